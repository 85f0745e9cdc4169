package cn.jiping.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.plan.PlanFixtures;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.Summer;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.testing.PagesAs;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** 代办: what the counter of 西湖区 fetches for somebody whom it registered. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ServingAtTheCounterTests {
    private static final DivisionCode XIHU = new DivisionCode("330106");
    private static final DivisionCode GONGSHU = new DivisionCode("330105");
    private static final Actor CLERK = PlanFixtures.actor("何清如", Role.COUNTY_CLERK, XIHU);
    private static final Actor NEIGHBOUR = PlanFixtures.actor("沈同川", Role.COUNTY_CLERK, GONGSHU);
    private static final List<String> ERRANDS = List.of("/ticket", "/ticket/pdf", "/scores");

    @Autowired WebApplicationContext context;
    @Autowired Summer summer;
    @Autowired Arrangements arrangements;
    @Autowired JdbcClient jdbc;
    private SessionView session;
    private ApplicationId registered;

    @BeforeEach
    void oneIsRegisteredAtTheCounter() {
        Stream.of(
                        "exam.final_numbers",
                        "exam.examinee",
                        "exam.city_exam",
                        "exam.seat",
                        "exam.city_due",
                        "exam.city_report",
                        "institution.site")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        session = summer.announced();
        summer.becomes("2021-07-20");
        registered = summer.confirmedAtCounter(CLERK, XIHU, session);
    }

    private NineOthers arranged() {
        var others = NineOthers.enter(arrangements, session.id());
        summer.becomes("2021-08-09");
        new Marking(context).seat(session.id());
        return others;
    }

    private MvcTestResult asked(Actor actor, ApplicationId id, String what) {
        return PagesAs.actor(context, actor)
                .get()
                .uri("/authority/counter/" + id + what)
                .exchange();
    }

    @Test
    void fetchesTheTicketInItsWindow() {
        arranged();
        assertThat(asked(CLERK, registered, "/ticket"))
                .hasStatus(422)
                .bodyText()
                .contains("2021-10-18");

        summer.becomes("2021-10-18");

        assertThat(asked(CLERK, registered, "/ticket"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "钱长根",
                        "20211033010000",
                        "/authority/counter/" + registered + "/ticket/pdf");
        assertThat(asked(CLERK, registered, "/ticket/pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(asked(CLERK, registered, "")).bodyText().contains("报名成功", "准考证", "成绩");
    }

    @Test
    void seesTheResultOnceItIsPublished() throws IOException {
        var others = arranged();
        assertThat(asked(CLERK, registered, "/scores"))
                .hasStatusOk()
                .bodyText()
                .contains("还没有公布的成绩");

        summer.becomes("2021-11-15");
        others.leave();
        published();

        assertThat(asked(CLERK, registered, "/scores"))
                .hasStatusOk()
                .bodyText()
                .contains("钱长根", "82", "合格");
    }

    private void published() throws IOException {
        var marking = new Marking(context);
        marking.readIn(session.id(), 82, 76, 60);
        marking.release(session.id());
    }

    @Test
    void isNotForOtherCounters() {
        arranged();
        summer.becomes("2021-10-18");

        assertThat(ERRANDS)
                .allSatisfy(what -> assertThat(asked(NEIGHBOUR, registered, what)).hasStatus(404));
    }

    @Test
    void isNotForThoseWhoRegisteredThemselves() {
        var other = summer.admitted(summer.somebody(), session);
        summer.paid(other);
        arranged();
        summer.becomes("2021-10-18");

        assertThat(ERRANDS)
                .allSatisfy(what -> assertThat(asked(CLERK, other, what)).hasStatus(404));
    }
}
