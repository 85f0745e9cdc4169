package cn.jiping.certificate;

import cn.jiping.certificate.CertificateFacts.Holder;
import cn.jiping.certificate.CertificateFacts.Issue;
import cn.jiping.clock.BusinessClock;
import cn.jiping.person.Persons;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 补发和更正: a new copy under the same number, with the holder's name and document as they are now. The
 * former copy says so when it is verified.
 */
@Service
public class CertificateReplacements {
    private static final int LONGEST_REASON = 200;

    private final CertificateFile file;
    private final Persons persons;
    private final Policies policies;
    private final BusinessClock clock;

    CertificateReplacements(
            CertificateFile file, Persons persons, Policies policies, BusinessClock clock) {
        this.file = file;
        this.persons = persons;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param seen the version that was looked at
     * @throws CertificateRefused if another authority issued it, it is not valid any more, or only
     *     a proof is given in its stead
     * @throws Stale if somebody changed it since
     */
    @Transactional
    public CertificateId replace(Actor actor, CertificateId id, String reason, int seen) {
        var why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw InvalidInput.of("reason", "certificate.reason", LONGEST_REASON);
        }
        var former = file.requireOwn(actor, id, seen);
        requireReissue(former.facts());
        former.giveWay(clock.today(), why);
        var next = Certificate.issue(CertificateId.next(), again(former.facts()));
        file.changed(
                actor,
                former,
                CertificateFile.act("replaced", former)
                        .changing("status", CertificateStatus.ISSUED, CertificateStatus.REPLACED)
                        .changing("by", null, next.id())
                        .because(why),
                null);
        file.opened(
                actor,
                next,
                new CertificateEvent.Replaced(
                        CertificateEvent.CertificateRef.of(next), id, clock.now()));
        return next.id();
    }

    private void requireReissue(CertificateFacts facts) {
        var law = policies.book().in(facts.session().jurisdiction(), clock.today());
        var row =
                new ReplacementRule(law)
                        .judge(
                                ReplacementTerms.CertificateKind.QUALIFICATION,
                                facts.skill().occupation(),
                                facts.issue().on());
        if (row.gives() == ReplacementTerms.Replacement.PROOF) {
            var document = row.document();
            throw CertificateRefused.proofInstead(document == null ? "" : document, row.source());
        }
    }

    private CertificateFacts again(CertificateFacts facts) {
        var holder = facts.holder();
        var person = persons.current(holder.person());
        var issue = facts.issue();
        return new CertificateFacts(
                facts.session(),
                facts.result(),
                new Holder(
                        person,
                        persons.name(person),
                        persons.document(person).orElse(holder.document()),
                        holder.photo()),
                facts.skill(),
                facts.city(),
                facts.county(),
                new Issue(
                        issue.number(),
                        Tokens.next(),
                        issue.edition() + 1,
                        issue.issuer(),
                        issue.on(),
                        clock.now()));
    }
}
