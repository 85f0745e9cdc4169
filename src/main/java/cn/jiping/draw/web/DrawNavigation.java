package cn.jiping.draw.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DrawNavigation {
    private static final int ORDER = 60;

    @Bean
    NavEntry drawsOfThePublic() {
        return new NavEntry(Door.PUBLIC, ORDER, "/draws", "draws");
    }

    @Bean
    NavEntry drawsOfTheAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, "/authority/draws", "draws");
    }

    @Bean
    NavEntry drawsOfTheBody() {
        return new NavEntry(Door.BODY, ORDER, "/body/draws", "draws");
    }

    @Bean
    NavEntry drawsOfTheAuditor() {
        return new NavEntry(Door.AUDIT, ORDER, "/audit/draws", "draws");
    }
}
