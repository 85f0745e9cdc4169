package cn.jiping.registration.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationNavigation {
    private static final int ORDER = 20;
    private static final int REVIEWS = 30;
    private static final int RESITS = 31;
    private static final int COUNTER = 29;

    @Bean
    NavEntry applicationsOfACandidate() {
        return new NavEntry(Door.MY, ORDER, "/my/applications", "my-applications");
    }

    @Bean
    NavEntry reviewsOfABody() {
        return new NavEntry(Door.BODY, ORDER, "/body/reviews", "reviews");
    }

    @Bean
    NavEntry reviewsOfAnAuthority() {
        return new NavEntry(Door.AUTHORITY, REVIEWS, "/authority/reviews", "reviews");
    }

    @Bean
    NavEntry resitsForAnAuthority() {
        return new NavEntry(Door.AUTHORITY, RESITS, ResitController.BASE, "resits");
    }

    @Bean
    NavEntry counterOfACounty() {
        return new NavEntry(Door.AUTHORITY, COUNTER, FormPages.COUNTER, "counter");
    }

    @Bean
    NavEntry eligibilityForThePublic() {
        return new NavEntry(Door.PUBLIC, ORDER, "/eligibility", "eligibility");
    }
}
