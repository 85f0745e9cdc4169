package cn.jiping.portal.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first link of each door: its start page. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {
    @Bean
    NavEntry publicStart() {
        return new NavEntry(Door.PUBLIC, 0, "/", "start.public");
    }

    @Bean
    NavEntry candidateStart() {
        return new NavEntry(Door.MY, 0, "/my", "start.my");
    }

    @Bean
    NavEntry bodyStart() {
        return new NavEntry(Door.BODY, 0, "/body", "start.body");
    }

    @Bean
    NavEntry authorityStart() {
        return new NavEntry(Door.AUTHORITY, 0, "/authority", "start.authority");
    }

    @Bean
    NavEntry expertStart() {
        return new NavEntry(Door.EXPERT, 0, "/expert", "start.expert");
    }

    @Bean
    NavEntry hallStart() {
        return new NavEntry(Door.HALL, 0, "/hall", "start.hall");
    }

    @Bean
    NavEntry adminStart() {
        return new NavEntry(Door.ADMIN, 0, "/admin", "start.admin");
    }
}
