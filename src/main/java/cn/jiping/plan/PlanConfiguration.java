package cn.jiping.plan;

import cn.jiping.task.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {
    @Bean
    TaskKind sessionAnnounceKind() {
        return SessionTasks.ANNOUNCE;
    }

    @Bean
    TaskKind sessionAcceptingBodyKind() {
        return SessionTasks.ACCEPT;
    }
}
