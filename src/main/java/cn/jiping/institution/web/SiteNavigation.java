package cn.jiping.institution.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SiteNavigation {
    private static final int ORDER = 40;

    @Bean
    NavEntry sitesOfTheAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, SiteController.BASE, "sites");
    }

    @Bean
    NavEntry sitesForTheAuditor() {
        return new NavEntry(Door.AUDIT, ORDER, SiteController.BASE, "sites");
    }
}
