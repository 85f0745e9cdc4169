package cn.jiping.browser;

import cn.jiping.account.DemoAccounts;
import cn.jiping.person.PersonFixtures;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.CounterApplications;
import cn.jiping.registration.CounterDraft;
import cn.jiping.registration.Material;
import cn.jiping.registration.RegistrationFixtures;
import cn.jiping.registration.Review;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.Reviews;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** 报名: one who registers in a session, at each stage of it. */
final class ApplicantMatters {
    private static final DivisionCode XIHU = new DivisionCode("330106");

    private final Matters matters;
    private final PaymentMatters payments;

    ApplicantMatters(Matters matters, PaymentMatters payments) {
        this.matters = matters;
        this.payments = payments;
    }

    /** 报名: handed in by the person. */
    ApplicationId application(SessionId session, PersonId person) {
        var id = filledIn(session, person);
        matters.the(Applications.class).submit(SeasonMatters.candidate(person), id, version(id));
        return id;
    }

    /** 填写中: complete, but not handed in. */
    ApplicationId filledIn(SessionId session, PersonId person) {
        var candidate = SeasonMatters.candidate(person);
        var applications = matters.the(Applications.class);
        var offering =
                matters.the(ExamSessions.class)
                        .find(candidate, session)
                        .offerings()
                        .getFirst()
                        .id();
        var id =
                applications.begin(
                        candidate, session, Matters.HANGZHOU, offering, Ids.next().toString());
        fillIn(candidate, id);
        return id;
    }

    private void fillIn(Actor actor, ApplicationId id) {
        var applications = matters.the(Applications.class);
        applications.write(actor, id, 0, RegistrationFixtures.welder());
        try {
            var version = 1;
            for (var proof : List.of(Material.PHOTO, Material.CERTIFICATE, Material.YEARS_PROOF)) {
                applications.attach(actor, id, version, proof, RegistrationFixtures.photo());
                version++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 代报: begun at the counter of 西湖区. */
    ApplicationId atCounter(SessionId session) {
        var clerk = countyClerk();
        var offering =
                matters.the(ExamSessions.class).find(clerk, session).offerings().getFirst().id();
        try {
            return matters.the(CounterApplications.class)
                    .begin(
                            clerk,
                            new CounterDraft(
                                    session,
                                    offering,
                                    XIHU,
                                    new CounterDraft.Candidate(
                                            "演示钱长根",
                                            PersonFixtures.residentId(LocalDate.of(1958, 4, 9)),
                                            null,
                                            null),
                                    "at-the-counter"),
                            RegistrationFixtures.proof());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Actor countyClerk() {
        return new Actor(
                matters.account("demo-county-clerk"),
                null,
                "何清如",
                Role.COUNTY_CLERK,
                "西湖区",
                Scope.ofDivisions(Set.of(XIHU)),
                "127.0.0.1");
    }

    /** The same, filled in there and admitted by both reviews. */
    ApplicationId admittedAtCounter(SessionId session) {
        var id = atCounter(session);
        fillIn(countyClerk(), id);
        matters.the(Applications.class).submit(countyClerk(), id, version(id));
        var reviews = matters.the(Reviews.class);
        var passed = new ReviewDraft(Review.Outcome.PASSED, List.of(), "");
        var body = Scope.ofBody(DemoAccounts.BODY);
        var city = Scope.ofDivisions(Set.of(Matters.HANGZHOU));
        reviews.decide(reviewer(Role.BODY_ELIGIBILITY_REVIEWER, body), id, version(id), passed);
        reviews.decide(reviewer(Role.CITY_REVIEWER, city), id, version(id), passed);
        return id;
    }

    /** 报名成功: handed in, reviewed twice and paid. */
    ApplicationId confirmed(SessionId session, PersonId person) {
        var id = admitted(session, person);
        payments.paid(Objects.requireNonNull(view(id).order()));
        return id;
    }

    /** 待缴费: handed in and reviewed twice. */
    ApplicationId admitted(SessionId session, PersonId person) {
        var id = sentToCity(session, person);
        passedBy(Role.CITY_REVIEWER, Scope.ofDivisions(Set.of(Matters.HANGZHOU)), id);
        return id;
    }

    /** 待复审: handed in and passed by the body. */
    ApplicationId sentToCity(SessionId session, PersonId person) {
        var id = application(session, person);
        passedBy(Role.BODY_ELIGIBILITY_REVIEWER, Scope.ofBody(DemoAccounts.BODY), id);
        return id;
    }

    ApplicationView view(ApplicationId id) {
        return matters.the(Applications.class).find(Matters.PROGRAM, id);
    }

    private void passedBy(Role role, Scope scope, ApplicationId id) {
        var reviewer =
                new Actor(AccountId.next(), PersonId.next(), "方如许", role, "", scope, "127.0.0.1");
        matters.the(Reviews.class)
                .decide(
                        reviewer,
                        id,
                        view(id).version(),
                        new ReviewDraft(Review.Outcome.PASSED, List.of(), ""));
    }

    private int version(ApplicationId id) {
        return matters.the(Applications.class).find(Matters.PROGRAM, id).version();
    }

    private static Actor reviewer(Role role, Scope scope) {
        return new Actor(
                AccountId.next(), PersonId.next(), "演示" + role, role, "", scope, "127.0.0.1");
    }
}
