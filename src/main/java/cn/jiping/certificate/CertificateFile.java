package cn.jiping.certificate;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.person.SkillFact;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Stale;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every step with a certificate does: find it as it was seen, write, record, tell. */
@Component
class CertificateFile {
    private static final String PROVED_BY = "certificate";

    private final CertificateStore store;
    private final SkillRecords skills;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CertificateFile(
            CertificateStore store,
            SkillRecords skills,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.skills = skills;
        this.audit = audit;
        this.events = events;
    }

    Certificate require(Actor actor, CertificateId id) {
        return store.find(actor.scope(), id).orElseThrow(() -> new NotFound("certificate", id));
    }

    /** Held for the caller's transaction. */
    Certificate lock(Actor actor, CertificateId id) {
        return store.lock(actor.scope(), id).orElseThrow(() -> new NotFound("certificate", id));
    }

    Certificate require(Actor actor, CertificateId id, int seen) {
        var certificate = lock(actor, id);
        requireAsSeen(certificate, seen);
        return certificate;
    }

    void requireAsSeen(Certificate certificate, int seen) {
        if (certificate.version() != seen) {
            var handOut = certificate.fate().handOut();
            throw new Stale(
                    List.of(
                            new Stale.Change(
                                    "page.certificate.list.status",
                                    "certificate.status." + certificate.fate().status(),
                                    "")),
                    handOut == null ? null : handOut.by(),
                    handOut == null ? null : handOut.at());
        }
    }

    /**
     * @throws CertificateRefused if another authority issued it
     */
    Certificate requireOwn(Actor actor, CertificateId id, int seen) {
        var certificate = require(actor, id, seen);
        var issuer = certificate.facts().issue().issuer();
        if (!actor.scope().covers(issuer.code())) {
            throw CertificateRefused.notTheIssuer(issuer.name());
        }
        return certificate;
    }

    void opened(Actor actor, Certificate certificate, CertificateEvent event) {
        store.insert(certificate);
        store.lead(certificate);
        var facts = certificate.facts();
        record(
                actor,
                act("issued", certificate)
                        .changing("number", null, facts.issue().number())
                        .changing("edition", null, facts.issue().edition())
                        .changing("result", null, facts.result()));
        events.publishEvent(event);
    }

    void changed(Actor actor, Certificate certificate, Act act, @Nullable CertificateEvent event) {
        store.update(certificate);
        record(actor, act);
        if (event != null) {
            events.publishEvent(event);
        }
    }

    void record(Actor actor, Act act) {
        audit.record(actor, act);
    }

    static Act act(String what, Certificate certificate) {
        return Act.of("certificate." + what, "certificate", certificate.id())
                .in(certificate.facts().city().code());
    }

    /** 写入技能档案. */
    void proved(Actor actor, Certificate certificate) {
        skills.add(actor, certificate.facts().holder().person(), fact(certificate, "", null));
    }

    /** The entry that it was held ends with the day before; on its own first day, with that day. */
    void disproved(Actor actor, Certificate certificate, LocalDate on, String reason) {
        var since = certificate.facts().issue().on();
        var until = on.isAfter(since) ? on.minusDays(1) : since;
        var person = certificate.facts().holder().person();
        var entry = skills.add(actor, person, fact(certificate, "", null));
        skills.correct(
                actor,
                person,
                entry,
                fact(certificate, "/revoked", until),
                "证书 " + certificate.facts().issue().number() + " 已撤销：" + reason);
    }

    private static SkillFact fact(Certificate certificate, String step, @Nullable LocalDate until) {
        var facts = certificate.facts();
        var number = facts.issue().number();
        return new SkillFact(
                "certificate:" + number + step,
                SkillKind.CERTIFICATE_HELD,
                new SkillFact.Skill(facts.skill().occupation(), null, facts.skill().level(), null),
                new SkillFact.Proof(PROVED_BY, null, number),
                facts.issue().on(),
                until);
    }
}
