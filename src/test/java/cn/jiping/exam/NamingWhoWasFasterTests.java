package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Stale;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two work on the seats of Hangzhou, or on a group of Ningbo, and one of them is later. */
@ExamTest
class NamingWhoWasFasterTests {
    private static final GroupMeasure POOL = new GroupMeasure.Pool(city(HANGZHOU));
    private static final String PLATFORM = "平台自动办理";

    @Autowired Autumn autumn;
    @Autowired Arrangements arrangements;
    @Autowired SmallGroups groups;
    private SessionId session = SessionId.next();

    @BeforeEach
    void twelveAndSix() {
        session = autumn.announced();
        autumn.registered(session, HANGZHOU, "焊工", 12);
        autumn.registered(session, NINGBO, "焊工", 6);
        autumn.becomes(PAID.plusDays(1));
    }

    private static Stale stale(ThrowingCallable act) {
        var caught = new Stale[1];
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(act)
                .satisfies(stale -> {
                    assertThat(stale.changedAt()).isNotNull();
                    caught[0] = stale;
                });
        return caught[0];
    }

    private SmallGroupView six() {
        return groups.list(clerk(NINGBO), session).getFirst();
    }

    @Test
    void tellsWhoArrangedTheSeatsAndWhere() {
        var wanted = autumn.site(HANGZHOU);
        autumn.arranged(session, HANGZHOU);

        var no = stale(() -> arrangements.arrange(clerk(HANGZHOU), session, HANGZHOU, wanted, 0));

        assertThat(no.changedBy()).isEqualTo(clerk(HANGZHOU).name());
        assertThat(no.changes())
                .singleElement()
                .returns("page.exam.ticket.site", Stale.Change::field);
    }

    @Test
    void tellsThatThePlatformSeatedALatecomer() {
        autumn.arranged(session, HANGZHOU);
        var exam = arrangements.find(clerk(HANGZHOU), session, HANGZHOU);
        autumn.registered(session, HANGZHOU, "焊工");

        var no =
                stale(() ->
                        arrangements.arrange(
                                clerk(HANGZHOU),
                                session,
                                HANGZHOU,
                                Objects.requireNonNull(exam.arranged()).site(),
                                exam.version()));

        assertThat(no.changedBy()).isEqualTo(PLATFORM);
        assertThat(no.changes()).isEmpty();
    }

    @Test
    void tellsWhoSentTheProposalBack() {
        groups.propose(clerk(NINGBO), session, six().id(), POOL, "人数少", 0);
        groups.sendBack(PROVINCE_APPROVER, session, six().id(), "再议", 1);

        var no = stale(() -> groups.propose(clerk(NINGBO), session, six().id(), POOL, "人数少", 1));

        assertThat(no.changedBy()).isEqualTo(PROVINCE_APPROVER.name());
    }

    @Test
    void tellsThatTheNumberOfTheGroupChanged() {
        autumn.registered(session, NINGBO, "焊工");

        var no =
                stale(() -> groups.decide(PROVINCE_APPROVER, session, six().id(), POOL, "就近统筹", 0));

        assertThat(no.changedBy()).isEqualTo(PLATFORM);
    }
}
