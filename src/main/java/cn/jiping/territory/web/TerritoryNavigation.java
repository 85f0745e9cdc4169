package cn.jiping.territory.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TerritoryPageSettings.class)
class TerritoryNavigation {
    @Bean
    NavEntry territoryEntry() {
        return new NavEntry(Door.ADMIN, 40, "/admin/territory", "territory");
    }
}
