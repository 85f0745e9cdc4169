package cn.jiping.exam;

import static cn.jiping.exam.PaperStep.AT_SITE;
import static cn.jiping.exam.PaperStep.COLLECTED;
import static cn.jiping.exam.PaperStep.OPENED;
import static cn.jiping.exam.PaperStep.RECEIVED;
import static cn.jiping.exam.PaperStep.RETURNED;
import static cn.jiping.exam.PaperStep.SENT;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.plan.PlanFixtures.PROVINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.registration.RegistrationTest;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.task.Tasks;
import cn.jiping.testing.PagesAs;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The papers of two rooms with two written sittings each, there and back. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class HandingPapersTests {
    private static final Actor OF_PROVINCE =
            new Actor(
                    AccountId.next(),
                    null,
                    "林知夏",
                    Role.PROVINCE_CLERK,
                    "",
                    Scope.ofDivisions(Set.of(PROVINCE, HANGZHOU)),
                    "test");
    private static final PaperChain.Handing HANDING = new PaperChain.Handing("严省", "丁杭", "");

    @Autowired WebApplicationContext context;
    @Autowired PaperChain chain;
    @Autowired AttendanceCorrections corrections;
    @Autowired ExamDues dues;
    @Autowired Incidents incidents;
    @Autowired Tasks tasks;
    private October october;

    @BeforeEach
    void demanded() {
        october = October.arranged(context);
        chain.demand(CITY, october.id(), HANGZHOU);
    }

    private int hand(Actor actor, PaperStep step, List<PaperChain.Line> lines) {
        return chain.hand(actor, october.id(), HANGZHOU, step, HANDING, lines);
    }

    /** Every packet with as many sheets as there must be. */
    private List<PaperChain.Line> all(int sheets) {
        return chain.list(CITY, october.id(), HANGZHOU).stream()
                .map(packet -> new PaperChain.Line(packet.id(), sheets, Seal.INTACT))
                .toList();
    }

    private void upTo(PaperStep last) {
        List.of(SENT, RECEIVED, AT_SITE, OPENED).stream()
                .filter(step -> step.compareTo(last) <= 0)
                .forEach(step -> hand(step.ofProvince() ? OF_PROVINCE : CITY, step, all(2)));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(PapersRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    @Test
    void asksForOnePacketAWrittenSittingAndRoomOnce() {
        assertThat(chain.list(CITY, october.id(), HANGZHOU))
                .hasSize(4)
                .allMatch(packet -> packet.sheets() == 2)
                .extracting(Packet::number)
                .startsWith("2021103301001");
        assertThat(chain.demand(CITY, october.id(), HANGZHOU)).isZero();
        refused("papers-step-of-city", () -> chain.demand(OF_PROVINCE, october.id(), HANGZHOU));
    }

    @Test
    void goesStepByStepBetweenTwoPersons() {
        refused("papers-out-of-order", () -> hand(CITY, RECEIVED, all(2)));
        refused("papers-step-of-province", () -> hand(CITY, SENT, all(2)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        chain.hand(
                                OF_PROVINCE,
                                october.id(),
                                HANGZHOU,
                                SENT,
                                new PaperChain.Handing("严省", "严省", ""),
                                all(2)));
        upTo(AT_SITE);
        assertThat(hand(CITY, AT_SITE, all(2))).isZero();

        refused("papers-opened-early", () -> hand(CITY, OPENED, all(2)));
        assertThat(incidents.list(CITY, october.id(), HANGZHOU)).isEmpty();
    }

    private List<PaperChain.Line> of(Sitting sitting, int sheets) {
        return chain.list(CITY, october.id(), HANGZHOU).stream()
                .filter(packet -> packet.place().sitting() == sitting)
                .map(packet -> new PaperChain.Line(packet.id(), sheets, Seal.INTACT))
                .toList();
    }

    private List<String> offered(Actor actor) {
        return chain.waiting(actor, october.id(), HANGZHOU).stream()
                .map(one -> one.step() + " " + one.sitting() + (one.from() == null ? "" : " later"))
                .toList();
    }

    @Test
    void goTogetherUntilTheyAreAtTheirSite() {
        assertThat(offered(OF_PROVINCE)).containsExactly("SENT null");
        assertThat(offered(CITY)).isEmpty();

        upTo(AT_SITE);

        assertThat(offered(OF_PROVINCE)).isEmpty();
        assertThat(offered(CITY)).containsExactly("OPENED THEORY later", "OPENED SKILLS later");
    }

    /** ZJ2021 一(二): 理论 8:30, 技能 13:00. */
    @Test
    void goOnSittingBySittingOnTheDay() {
        upTo(AT_SITE);
        october.at("2021-10-23T07:30");
        assertThat(offered(CITY)).containsExactly("OPENED THEORY", "OPENED SKILLS later");
        refused("papers-opened-early", () -> hand(CITY, OPENED, of(Sitting.SKILLS, 2)));
        hand(CITY, OPENED, of(Sitting.THEORY, 2));
        october.at("2021-10-23T08:59");
        refused("papers-collected-early", () -> hand(CITY, COLLECTED, of(Sitting.THEORY, 0)));

        october.at("2021-10-23T10:30");
        assertThat(offered(CITY)).containsExactly("COLLECTED THEORY", "OPENED SKILLS later");
        hand(CITY, COLLECTED, of(Sitting.THEORY, 0));

        assertThat(offered(OF_PROVINCE)).containsExactly("RETURNED null");
        hand(OF_PROVINCE, RETURNED, of(Sitting.THEORY, 0));
        october.at("2021-10-23T12:30");
        assertThat(offered(CITY)).containsExactly("OPENED SKILLS");
        refused("papers-out-of-order", () -> hand(CITY, COLLECTED, of(Sitting.SKILLS, 0)));
    }

    @Test
    void areOfferedOnThePageSittingBySitting() {
        upTo(AT_SITE);
        october.at("2021-10-23T10:30");
        hand(CITY, OPENED, of(Sitting.THEORY, 2));
        var pages = "/authority/exams/" + october.id() + "/330100/packets";
        var own = PagesAs.actor(context, CITY);

        assertThat(own.get().uri(pages)).bodyText().contains("登记：考后收回（理论知识）", "考场启封（操作技能） 2 袋");
        assertThat(own.get().uri(pages + "?step=OPENED&sitting=SKILLS"))
                .bodyText()
                .contains("登记：考场启封（操作技能）", "12:00以后才能登记");
        assertThat(own.get().uri(pages + "?step=x&sitting=%00")).hasStatusOk();
        var theory = of(Sitting.THEORY, 0).getFirst().packet().toString();
        assertThat(
                        own.post()
                                .uri(pages + "/COLLECTED")
                                .param("giver", "丁杭")
                                .param("taker", "丁杭")
                                .param("lines[0].packet", theory)
                                .param("lines[0].sheets", "0")
                                .param("lines[0].seal", "INTACT")
                                .param("lines[0].taken", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("登记：考后收回（理论知识）", "交出人和接收人应是两个人");
    }

    @Test
    void makesAnIncidentAndATaskOfWhatIsMissingOrBroken() {
        upTo(SENT);
        var lines = all(2);
        var one = lines.getFirst().packet();

        var broken =
                hand(
                        CITY,
                        RECEIVED,
                        List.of(
                                new PaperChain.Line(one, 0, Seal.MISSING),
                                new PaperChain.Line(lines.get(1).packet(), 1, Seal.INTACT)));

        assertThat(broken).isEqualTo(2);
        assertThat(incidents.list(CITY, october.id(), HANGZHOU))
                .hasSize(2)
                .allMatch(incident -> incident.kind().name().equals("试卷交接异常"));
        assertThat(tasks.counts(OF_PROVINCE.scope(), Role.PROVINCE_CLERK).open()).isEqualTo(2);
        assertThat(hand(CITY, RECEIVED, List.of(new PaperChain.Line(one, 2, Seal.INTACT))))
                .isZero();
    }

    @Test
    void bringsTheAnswerSheetsBackInOneWorkingDay() {
        upTo(AT_SITE);
        october.at("2021-10-23T16:30");
        assertThat(dues.list(OF_PROVINCE, october.id()))
                .extracting(CityDue::dueOn)
                .containsExactly(
                        LocalDate.of(2021, 10, 25),
                        LocalDate.of(2021, 10, 15),
                        LocalDate.of(2021, 11, 2));
        hand(CITY, OPENED, all(2));
        assertThat(hand(CITY, COLLECTED, all(0))).isZero();

        october.at("2021-10-26T00:00");
        assertThat(sheetsDue().late(sheetsDue().until())).isTrue();
        hand(OF_PROVINCE, RETURNED, all(0));

        assertThat(sheetsDue().metAt()).isNotNull();
        var place = october.place("第1考场", Sitting.THEORY);
        var first = october.seats("第1考场").getFirst();
        refused(
                "papers-handed-over",
                () -> corrections.correct(CITY, place, first.examinee(), "漏记"));
    }

    private CityDue sheetsDue() {
        return dues.list(OF_PROVINCE, october.id()).getFirst();
    }

    @Test
    void isNotTheNeighboursBusiness() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> chain.list(OTHER_CITY, october.id(), HANGZHOU));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> chain.demand(OTHER_CITY, october.id(), HANGZHOU));
        assertThat(chain.counts(OTHER_CITY, october.id())).isEmpty();
        assertThat(dues.list(OTHER_CITY, october.id())).isEmpty();
        var pages = "/authority/exams/" + october.id() + "/330100/packets";
        var other = PagesAs.actor(context, OTHER_CITY);
        assertThat(other.get().uri(pages)).hasStatus(404);
        assertThat(other.get().uri(pages + "/export")).hasStatus(404);
        assertThat(other.post().uri(pages + "/demand")).hasStatus(404);
        var own = PagesAs.actor(context, CITY);
        assertThat(own.get().uri(pages)).hasStatusOk();
        assertThat(own.get().uri(pages + "/export")).hasStatusOk();
        assertThat(own.post().uri(pages + "/SENT")).hasStatus(422);
        var dues = "/authority/exams/" + october.id() + "/dues";
        assertThat(PagesAs.actor(context, OF_PROVINCE).get().uri(dues)).hasStatusOk();
        assertThat(PagesAs.actor(context, OF_PROVINCE).get().uri(dues + "/export")).hasStatusOk();
    }
}
