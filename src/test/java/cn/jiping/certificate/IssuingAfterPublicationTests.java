package cn.jiping.certificate;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.Summer;
import cn.jiping.score.Scores;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.web.Excel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole river of one candidate: applied, reviewed, paid, seated, examined, published. */
@RegistrationTest
class IssuingAfterPublicationTests {
    private static final Actor READER = actor("林知夏", Role.PROVINCE_CLERK);
    private static final Actor RELEASER = actor("许远山", Role.PROVINCE_APPROVER);

    @Autowired Summer summer;
    @Autowired Sites sites;
    @Autowired Arrangements arrangements;
    @Autowired Scores scores;
    @Autowired Certificates certificates;

    private static Actor actor(String name, Role role) {
        return new Actor(
                AccountId.next(),
                null,
                name,
                role,
                "",
                Scope.ofDivisions(Set.of(HANGZHOU)),
                "test");
    }

    @Test
    void endsWithOneCertificate() throws IOException {
        var session = summer.announced();
        summer.becomes("2021-07-20");
        var candidate = summer.somebody();
        summer.paid(summer.admitted(candidate, session));
        var others = NineOthers.enter(arrangements, session.id());
        summer.becomes("2021-08-09");
        seat(session.id());
        summer.becomes("2021-10-25");
        others.leave();
        readIn(session.id());
        summer.becomes("2021-11-20");
        var seen = scores.find(RELEASER, session.id(), HANGZHOU).version();
        scores.release(RELEASER, session.id(), HANGZHOU, seen);

        var person = Objects.requireNonNull(candidate.person());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !certificates.listOf(candidate, person).isEmpty());
        var rows = certificates.listOf(candidate, person);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).hasSize(16);
    }

    private void seat(SessionId session) {
        var site =
                sites.open(
                        CITY,
                        new SiteDraft(HANGZHOU, "考点", "学知路 1 号", Set.of(SiteUse.THEORY), List.of()),
                        Ids.next().toString());
        sites.addRoom(CITY, site, "第1考场", 30, 5, 0);
        arrangements.arrange(CITY, session, HANGZHOU, site, 0);
    }

    private void readIn(SessionId session) throws IOException {
        var seat = arrangements.seats(CITY, session, HANGZHOU).getFirst();
        var out = new ByteArrayOutputStream();
        List<Object> row = List.of(seat.ticket(), seat.name(), 60, 75.5, 80);
        Excel.write(out, "成绩", scores.headers(), List.of(row).iterator());
        scores.readIn(READER, session, HANGZHOU, "成绩.xlsx", out.toByteArray());
    }
}
