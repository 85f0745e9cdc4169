package cn.jiping.notice.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of notices stand in the menus. */
@Configuration(proxyBeanMethods = false)
class NoticePages {
    private static final String INBOX = "/account/notices";
    private static final int NEAR_THE_END = 90;

    @Bean
    NavEntry menuOfInboxForCandidates() {
        return inbox(Door.MY);
    }

    @Bean
    NavEntry menuOfInboxForBodies() {
        return inbox(Door.BODY);
    }

    @Bean
    NavEntry menuOfInboxForAuthorities() {
        return inbox(Door.AUTHORITY);
    }

    @Bean
    NavEntry menuOfInboxForExperts() {
        return inbox(Door.EXPERT);
    }

    @Bean
    NavEntry menuOfInboxForHalls() {
        return inbox(Door.HALL);
    }

    @Bean
    NavEntry menuOfInboxForAuditors() {
        return inbox(Door.AUDIT);
    }

    @Bean
    NavEntry menuOfInboxForAdministrators() {
        return inbox(Door.ADMIN);
    }

    @Bean
    NavEntry menuOfDeliveries() {
        return new NavEntry(Door.ADMIN, 50, "/admin/notices", "deliveries");
    }

    private static NavEntry inbox(Door door) {
        return new NavEntry(door, NEAR_THE_END, INBOX, "inbox");
    }
}
