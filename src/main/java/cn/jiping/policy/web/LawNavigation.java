package cn.jiping.policy.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawNavigation {
    @Bean
    NavEntry lawOfThePublic() {
        return new NavEntry(Door.PUBLIC, 40, LawAddresses.LAW, "law");
    }

    @Bean
    NavEntry questionsOfThePublic() {
        return new NavEntry(Door.PUBLIC, 35, AskController.PATH, "ask");
    }

    @Bean
    NavEntry deadlinesOfThePublic() {
        return new NavEntry(Door.PUBLIC, 30, DeadlineController.PATH, "deadlines");
    }
}
