package cn.jiping.task.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 待办 stands first behind every door that has tasks. */
@Configuration(proxyBeanMethods = false)
class TaskMenus {
    @Bean
    NavEntry menuOfTasksForAuthorities() {
        return tasks(Door.AUTHORITY);
    }

    @Bean
    NavEntry menuOfTasksForBodies() {
        return tasks(Door.BODY);
    }

    @Bean
    NavEntry menuOfTasksForCandidates() {
        return tasks(Door.MY);
    }

    @Bean
    NavEntry menuOfTasksForExperts() {
        return tasks(Door.EXPERT);
    }

    @Bean
    NavEntry menuOfTasksForAuditors() {
        return tasks(Door.AUDIT);
    }

    @Bean
    NavEntry menuOfTasksForAdministrators() {
        return tasks(Door.ADMIN);
    }

    private static NavEntry tasks(Door door) {
        return new NavEntry(door, 10, door.path() + "/tasks", "tasks");
    }
}
