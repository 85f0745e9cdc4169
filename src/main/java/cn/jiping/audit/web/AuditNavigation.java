package cn.jiping.audit.web;

import cn.jiping.shared.Door;
import cn.jiping.web.Crumb;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {
    static final Crumb ACTS = new Crumb("/audit", "nav.audit");
    static final Crumb VERIFICATION = new Crumb("/audit/verification", "nav.audit-verification");
    static final Crumb ROOTS = new Crumb("/audit/roots", "nav.audit-roots");

    @Bean
    NavEntry auditEntry() {
        return new NavEntry(Door.AUDIT, 10, ACTS.path(), "audit");
    }

    @Bean
    NavEntry auditVerificationEntry() {
        return new NavEntry(Door.AUDIT, 20, VERIFICATION.path(), "audit-verification");
    }

    @Bean
    NavEntry auditRootsEntry() {
        return new NavEntry(Door.AUDIT, 30, ROOTS.path(), "audit-roots");
    }
}
