package cn.jiping.policy.web;

import cn.jiping.shared.Door;
import cn.jiping.web.Crumb;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages stand on which a province changes its law. */
@Configuration(proxyBeanMethods = false)
class LawPages {
    static final String LAW = "/authority/law";
    static final String DRAFTS = LAW + "/drafts";
    static final String REPLAYS = LAW + "/replays";
    static final Crumb CRUMB = new Crumb(LAW, "nav.law-administration");
    private static final int ORDER = 70;

    @Bean
    NavEntry lawOfTheAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, "/authority/law", "law-administration");
    }

    @Bean
    NavEntry holidaysOfTheAdministrator() {
        return new NavEntry(Door.ADMIN, ORDER, "/admin/holidays", "holidays");
    }
}
