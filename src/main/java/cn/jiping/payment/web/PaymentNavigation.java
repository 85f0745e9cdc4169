package cn.jiping.payment.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentNavigation {
    private static final int ORDER = 40;

    @Bean
    NavEntry paymentsOfACandidate() {
        return new NavEntry(Door.MY, ORDER, "/my/payments", "my-payments");
    }

    @Bean
    NavEntry paymentsOfAnAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, "/authority/payments", "payments");
    }

    @Bean
    NavEntry paymentsForTheAuditor() {
        return new NavEntry(Door.AUDIT, ORDER, "/authority/payments", "payments");
    }
}
