package cn.jiping.catalog.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogNavigation {
    private static final int ORDER = 30;

    @Bean
    NavEntry occupationsOfThePublic() {
        return new NavEntry(Door.PUBLIC, ORDER, "/occupations", "occupations");
    }
}
