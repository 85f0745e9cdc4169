package cn.jiping.exam;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.Summer;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the registration that stands to the roster of its city. */
@RegistrationTest
class FillingTheRosterTests {
    @Autowired Summer summer;
    @Autowired Arrangements arrangements;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void nobodySits() {
        jdbc.sql("delete from exam.examinee").update();
        jdbc.sql("delete from exam.city_exam").update();
    }

    @Test
    void holdsWhoPaidWithTheSubjectsPaidFor() {
        var session = summer.announced();
        summer.becomes("2021-07-20");
        var candidate = summer.somebody();
        var id = summer.admitted(candidate, session);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> arrangements.find(CITY, session.id(), HANGZHOU));

        summer.paid(id);

        var entry = arrangements.listOf(candidate, own(candidate)).getFirst();
        assertThat(entry.occupation()).isEqualTo("焊工");
        assertThat(entry.subjects())
                .containsExactlyInAnyOrder(Subject.THEORY, Subject.SKILLS, Subject.REVIEW);
        assertThat(arrangements.occupations(CITY, session.id(), HANGZHOU))
                .isEqualTo(Map.of("焊工", 1));
    }

    private static PersonId own(Actor candidate) {
        return Objects.requireNonNull(candidate.person());
    }

    @Test
    void letsGoWhoWithdraws() {
        var session = summer.announced();
        summer.becomes("2021-07-20");
        var candidate = summer.somebody();
        var id = summer.admitted(candidate, session);
        summer.paid(id);

        withdrawn(id);
        withdrawn(id);

        assertThat(arrangements.listOf(candidate, own(candidate))).isEmpty();
        assertThat(arrangements.find(CITY, session.id(), HANGZHOU).candidates()).isZero();
    }

    /** Registration says, in its own transaction, that the application was withdrawn. */
    private void withdrawn(ApplicationId id) {
        var about = summer.view(id).about();
        var place = about.place();
        var application =
                new RegistrationEvent.ApplicationRef(
                        about.session(), id, about.person(), place.city(), place.body());
        transaction.executeWithoutResult(_ ->
                events.publishEvent(new RegistrationEvent.Withdrawn(application, Instant.now())));
    }
}
