package cn.jiping.exam;

import static cn.jiping.exam.October.INVIGILATOR;
import static cn.jiping.exam.October.OF_ANOTHER_BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.registration.RegistrationTest;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the morning, of the city's clerk and of an invigilator. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class UsingTheDayPagesTests {
    /** Sees every city. */
    private static final Actor PROVINCE =
            new Actor(
                    AccountId.next(),
                    PersonId.next(),
                    "林知夏",
                    Role.PROVINCE_CLERK,
                    "浙江省",
                    Scope.all(),
                    "test");

    @Autowired WebApplicationContext context;
    private October october;
    private String day;
    private String room;
    private SeatView first;

    @BeforeEach
    void theMorning() {
        october = October.arranged(context);
        october.at("2021-10-23T08:10");
        first = october.seats("第1考场").getFirst();
        day = "/exams/" + october.id() + "/330100/day";
        room = day + "/" + first.room() + "/theory";
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void showTheSittingsBehindBothDoors() {
        assertThat(as(CITY).get().uri("/authority" + day))
                .hasStatusOk()
                .bodyText()
                .contains("第1考场", "第2考场", "理论知识", "签到中");
        assertThat(as(INVIGILATOR).get().uri("/hall/exams"))
                .hasStatusOk()
                .bodyText()
                .contains("/hall" + day);
        assertThat(as(INVIGILATOR).get().uri("/hall" + room)).hasStatusOk();
    }

    @Test
    void showWhoSitsThereWithMaskedNumbers() {
        assertThat(as(CITY).get().uri("/authority" + room))
                .hasStatusOk()
                .bodyText()
                .contains(first.name(), first.ticket(), "****")
                .doesNotContain("19850312");
    }

    @Test
    void signInWhatAScannerTypes() {
        assertThat(
                        as(CITY).post()
                                .uri("/authority" + room + "/sign-ins")
                                .param("code", first.ticket()))
                .hasStatus3xxRedirection();
        assertThat(as(CITY).get().uri("/authority" + room + "?state=PRESENT"))
                .bodyText()
                .contains(first.ticket(), "应考 2 人，已签到 1 人");
    }

    @Test
    void lookForANameInsteadOfSigningItIn() {
        assertThat(
                        as(CITY).post()
                                .uri("/authority" + room + "/sign-ins")
                                .param("code", first.name()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .contains("?q=");
    }

    @Test
    void sayAtOnceWhereSomebodyBelongs() {
        var elsewhere = october.seats("第2考场").getFirst();

        assertThat(
                        as(CITY).post()
                                .uri("/authority" + room + "/sign-ins")
                                .param("code", elsewhere.ticket()))
                .hasStatus(422)
                .bodyText()
                .contains("这名考生的座位在第2考场", "请考生到所示的考场就座");
    }

    @Test
    void stayHiddenFromTheNeighbour() {
        for (var page : new String[] {day, room, day + "/export", room + "/closing"}) {
            assertThat(as(OTHER_CITY).get().uri("/authority" + page)).hasStatus(404);
        }
        assertThat(
                        as(OTHER_CITY)
                                .post()
                                .uri("/authority" + room + "/sign-ins")
                                .param("code", first.ticket()))
                .hasStatus(404);
    }

    @Test
    void findFilterAndSortWhatHappened() {
        var here = "/authority/exams/" + october.id() + "/330100/incidents";
        var all = "/authority/exams/" + october.id() + "/incidents";
        assertThat(as(CITY).get().uri(here)).bodyText().contains("0 条记录", "考试当天发生的情况");
        happened();

        assertThat(as(CITY).get().uri(here + "?q=投影&kind=设备故障&state=stands&sort=room"))
                .bodyText()
                .contains("1 条记录", "投影仪不亮");
        assertThat(as(CITY).get().uri(here + "?room=" + first.room()))
                .bodyText()
                .contains("0 条记录", "换一个条件再查");
        assertThat(as(CITY).get().uri(all + "?state=corrected&sort=-kind"))
                .bodyText()
                .contains("0 条记录");
        assertThat(as(PROVINCE).get().uri(all + "?city=330100"))
                .bodyText()
                .contains("1 条记录", "投影仪不亮");
        assertThat(as(PROVINCE).get().uri(all + "?city=330200"))
                .bodyText()
                .contains("0 条记录")
                .doesNotContain("投影仪不亮");
        assertThat(as(CITY).get().uri(all + "?city=x&room=y&state=z&sort=w&page=0"))
                .bodyText()
                .contains("1 条记录", "杭州市");
        assertThat(as(CITY).get().uri(all + "/export?q=投影")).hasStatusOk();
        assertThat(as(OTHER_CITY).get().uri(all)).bodyText().contains("0 条记录");
        assertThat(as(OTHER_CITY).get().uri(here + "?q=投影")).hasStatus(404);
    }

    private void happened() {
        context.getBean(Incidents.class)
                .record(
                        CITY,
                        october.id(),
                        HANGZHOU,
                        new IncidentDraft(
                                null,
                                null,
                                "设备故障",
                                Instant.parse("2021-10-23T00:05:00Z"),
                                "投影仪不亮",
                                "",
                                List.of(),
                                null,
                                "once"));
    }

    @Test
    void takeNothingFromTheNeighbour() {
        var incidents = "/exams/" + october.id() + "/330100/incidents/new";
        var own =
                List.of(
                        room + "/" + first.examinee() + "/correction",
                        room + "/closing",
                        incidents);

        assertThat(own)
                .allSatisfy(path -> {
                    assertThat(sent(OTHER_CITY, "/authority" + path)).hasStatus(404);
                    assertThat(sent(OF_ANOTHER_BODY, "/hall" + path)).hasStatus(404);
                });
    }

    /** Whatever a form of the day sends; what a page does not know it leaves. */
    private MvcTestResult sent(Actor actor, String path) {
        return as(actor)
                .post()
                .uri(path)
                .param("version", "0")
                .param("state", "PRESENT")
                .param("reason", "漏签")
                .param("kind", "设备故障")
                .param("what", "投影仪不亮")
                .param("at", "2021-10-23T08:05")
                .param("clientKey", "neighbour")
                .exchange();
    }

    @Test
    void standWhatNobodyWouldSend() {
        assertThat(as(CITY).get().uri("/authority" + day + "/" + first.room() + "/nothing"))
                .hasStatus(404);
        assertThat(
                        as(CITY).post()
                                .uri("/authority" + room + "/sign-ins")
                                .param("examinees[3]", "nobody"))
                .hasStatus(422);
    }
}
