package cn.jiping.keys.web;

import cn.jiping.shared.Door;
import cn.jiping.web.Crumb;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeysNavigation {
    static final Crumb KEYS = new Crumb("/admin/keys", "nav.keys");

    @Bean
    NavEntry keysEntry() {
        return new NavEntry(Door.ADMIN, 60, KEYS.path(), "keys");
    }
}
