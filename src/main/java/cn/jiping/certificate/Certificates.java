package cn.jiping.certificate;

import cn.jiping.clock.BusinessClock;
import cn.jiping.person.Persons;
import cn.jiping.plan.Issuing;
import cn.jiping.plan.SessionId;
import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Source;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 职业资格证书: issued in the name of the department for a result that is passed, reviewed and published;
 * listed, and handed out against receipt.
 */
@Service
public class Certificates {
    private static final int LONGEST_LINE = 100;

    private final CertificateStore store;
    private final CertificateListStore lists;
    private final CertificateFile file;
    private final ObjectProvider<PassedResults> results;
    private final Persons persons;
    private final Policies policies;
    private final Territories territories;
    private final BusinessClock clock;

    Certificates(
            CertificateStore store,
            CertificateListStore lists,
            CertificateFile file,
            ObjectProvider<PassedResults> results,
            Persons persons,
            Policies policies,
            Territories territories,
            BusinessClock clock) {
        this.store = store;
        this.lists = lists;
        this.file = file;
        this.results = results;
        this.persons = persons;
        this.policies = policies;
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * 发证: one certificate for the result; the one there is, if it was issued already.
     *
     * @throws NotFound if there is no such result in the actor's scope
     * @throws CertificateRefused if it was not passed, its review is not closed, or its scores are
     *     not published
     * @throws NoRule where no rule says who issues or how numbers are made
     */
    @Transactional
    public CertificateId issue(Actor actor, SessionId session, UUID result) {
        var known = store.loadOf(session, result);
        if (known.isPresent()) {
            return known.get();
        }
        var passed = require(actor, session, result);
        var law = policies.book().in(passed.session().jurisdiction(), clock.today());
        requireMet(law, passed.proof());
        var id = CertificateId.next();
        if (!store.claim(session, result, id)) {
            return store.loadOf(session, result).orElseThrow();
        }
        var certificate = Certificate.issue(id, facts(law, passed));
        file.opened(actor, certificate, issued(certificate));
        file.proved(actor, certificate);
        return id;
    }

    private PassedResult require(Actor actor, SessionId session, UUID result) {
        var source = results.getIfAvailable();
        if (source == null) {
            throw CertificateRefused.noResults();
        }
        return source.find(session, result)
                .filter(found -> actor.scope().covers(found.city().code()))
                .orElseThrow(() -> new NotFound("result", result));
    }

    private void requireMet(Law law, PassedResult.Proof proof) {
        var ruling =
                new IssueRule(law.require(IssueTerms.class))
                        .judge(
                                new IssueRule.Standing(
                                        proof.passed(), proof.reviewed(), proof.publishedOn()),
                                law.on());
        if (!(ruling instanceof Ruling.Met)) {
            throw refused(ruling.reasons().getFirst());
        }
    }

    private static CertificateRefused refused(Reason why) {
        if (why.code() == CertificateReason.NOT_PASSED) {
            return CertificateRefused.notPassed(why.source());
        }
        return why.code() == CertificateReason.REVIEW_OPEN
                ? CertificateRefused.reviewOpen(why.source())
                : CertificateRefused.notPublished(why.source());
    }

    private CertificateFacts facts(Law law, PassedResult passed) {
        return new CertificateFacts(
                passed.session(),
                passed.id(),
                holder(passed.candidate()),
                passed.skill(),
                passed.city(),
                passed.county(),
                new CertificateFacts.Issue(
                        number(law, passed),
                        Tokens.next(),
                        1,
                        issuer(law, passed),
                        law.on(),
                        clock.now()));
    }

    /** As they are called and identified on the day of issue. */
    private CertificateFacts.Holder holder(PassedResult.Candidate candidate) {
        var person = persons.current(candidate.person());
        var name = persons.name(person);
        return new CertificateFacts.Holder(
                person,
                name,
                persons.document(person).orElseThrow(() -> CertificateRefused.noDocument(name)),
                candidate.photo());
    }

    private String number(Law law, PassedResult passed) {
        var page = law.require(NumberTerms.class);
        var series =
                new NumberRule(page)
                        .series(law.on(), passed.city().code(), passed.skill().level())
                        .value();
        var serial = store.nextSerial(series.pattern());
        if (serial > series.last()) {
            throw CertificateRefused.numbersUsedUp(series.pattern(), page.source());
        }
        return series.number(serial);
    }

    private Locality issuer(Law law, PassedResult passed) {
        var issuing =
                Issuing.of(
                                law,
                                passed.skill().level(),
                                passed.city().code(),
                                passed.skill().occupation())
                        .value();
        var department = law.require(IssueTerms.class).terms().departments().get(issuing.by());
        if (department == null) {
            throw NoRule.of(law.jurisdiction(), law.on());
        }
        return new Locality(issuing.division(), place(issuing.division(), law.on()) + department);
    }

    private String place(DivisionCode division, LocalDate on) {
        return territories
                .find(division, on)
                .orElseThrow(() -> new IllegalStateException("No such place: " + division))
                .name();
    }

    private CertificateEvent issued(Certificate certificate) {
        return new CertificateEvent.Issued(
                CertificateEvent.CertificateRef.of(certificate), clock.now());
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public CertificateView find(Actor actor, CertificateId id) {
        var certificate = file.require(actor, id);
        return CertificateView.of(certificate, basis(certificate.facts()));
    }

    /** What the issue rested on, by the law of its day. */
    private @Nullable Source basis(CertificateFacts facts) {
        return policies.book()
                .in(facts.session().jurisdiction(), facts.issue().on())
                .find(IssueTerms.class)
                .map(page -> page.terms().passed())
                .orElse(null);
    }

    @Transactional(readOnly = true)
    public Slice<CertificateRow> list(Actor actor, CertificateFilter filter, Paging paging) {
        return lists.list(actor.scope(), filter, paging);
    }

    public void export(Actor actor, CertificateFilter filter, Consumer<CertificateRow> each) {
        lists.export(actor.scope(), filter, each);
    }

    /** A person's own certificates, newest first. */
    @Transactional(readOnly = true)
    public List<CertificateRow> listOf(Actor actor, PersonId person) {
        return lists.listOf(actor.scope(), person);
    }

    /** The sessions one may filter by. */
    public List<PassedResult.Session> sessions(Actor actor) {
        return lists.listSessions(actor.scope());
    }

    /** The cities and counties one may filter by. */
    public List<Locality> places(Actor actor) {
        return lists.listPlaces(actor.scope());
    }

    /**
     * 登记领证; pressed twice it counts once.
     *
     * @param to who took it: the holder, or who came for them and with what proof
     * @throws CertificateRefused if it is not valid any more, or was handed out
     */
    @Transactional
    public void handOut(Actor actor, CertificateId id, String to, int seen) {
        var taker = to.strip();
        if (taker.isEmpty()
                || taker.length() > LONGEST_LINE
                || taker.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("to", "certificate.to", LONGEST_LINE);
        }
        var certificate = file.lock(actor, id);
        if (certificate.handedOutSo(taker, actor.name()) && certificate.version() == seen + 1) {
            return;
        }
        file.requireAsSeen(certificate, seen);
        certificate.handOut(new HandOut(taker, actor.name(), clock.now()));
        file.changed(
                actor,
                certificate,
                CertificateFile.act("handed-out", certificate).changing("to", null, taker),
                null);
    }
}
