package cn.jiping.registration.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationNavigation {
    private static final int ORDER = 20;

    @Bean
    NavEntry eligibilityForThePublic() {
        return new NavEntry(Door.PUBLIC, ORDER, "/eligibility", "eligibility");
    }
}
