package cn.jiping.certificate.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateNavigation {
    private static final int PUBLIC_ORDER = 25;
    private static final int ORDER = 50;

    @Bean
    NavEntry verificationForEverybody() {
        return new NavEntry(Door.PUBLIC, PUBLIC_ORDER, "/verify", "verify");
    }

    @Bean
    NavEntry certificatesOfACandidate() {
        return new NavEntry(Door.MY, ORDER, "/my/certificates", "my-certificates");
    }

    @Bean
    NavEntry certificatesOfAnAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, "/authority/certificates", "certificates");
    }

    @Bean
    NavEntry certificatesForTheAuditor() {
        return new NavEntry(Door.AUDIT, ORDER, "/authority/certificates", "certificates");
    }
}
