package cn.jiping.plan.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionNavigation {
    private static final int ORDER = 20;

    @Bean
    NavEntry sessionsOfThePublic() {
        return new NavEntry(Door.PUBLIC, ORDER, "/sessions", "sessions");
    }

    @Bean
    NavEntry sessionsOfTheAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, "/authority/sessions", "sessions");
    }

    @Bean
    NavEntry sessionsForTheAuditor() {
        return new NavEntry(Door.AUDIT, ORDER, "/authority/sessions", "sessions");
    }
}
