package cn.jiping.person.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonNavigation {
    @Bean
    NavEntry personsOfAnAuthority() {
        return new NavEntry(Door.AUTHORITY, 60, "/authority/persons", "persons");
    }

    @Bean
    NavEntry personsForTheAuditor() {
        return new NavEntry(Door.AUDIT, 60, "/authority/persons", "persons");
    }
}
