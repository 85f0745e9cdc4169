package cn.jiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.Summer;
import cn.jiping.score.Marking;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The whole river of one candidate: applied, reviewed, paid, seated, examined, published. */
@RegistrationTest
class IssuingAfterPublicationTests {
    @Autowired Summer summer;
    @Autowired Arrangements arrangements;
    @Autowired ApplicationContext context;
    @Autowired Certificates certificates;

    @Test
    void endsWithOneCertificate() throws IOException {
        var marking = new Marking(context);
        var session = summer.announced();
        summer.becomes("2021-07-20");
        var candidate = summer.somebody();
        summer.paid(summer.admitted(candidate, session));
        var others = NineOthers.enter(arrangements, session.id());
        summer.becomes("2021-08-09");
        marking.seat(session.id());
        summer.becomes("2021-10-25");
        others.leave();
        marking.readIn(session.id(), 60, 75.5, 80);
        summer.becomes("2021-11-20");
        marking.release(session.id());

        var person = Objects.requireNonNull(candidate.person());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !certificates.listOf(candidate, person).isEmpty());
        var rows = certificates.listOf(candidate, person);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).hasSize(16);
    }
}
