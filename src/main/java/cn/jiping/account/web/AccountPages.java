package cn.jiping.account.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of accounts. */
@Configuration(proxyBeanMethods = false)
class AccountPages {
    @Bean
    NavEntry accountsEntry() {
        return new NavEntry(Door.ADMIN, 10, "/admin/accounts", "accounts");
    }

    @Bean
    NavEntry proposalsEntry() {
        return new NavEntry(Door.ADMIN, 11, "/admin/accounts/proposals", "account-proposals");
    }
}
