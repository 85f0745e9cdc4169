package cn.jiping.exam;

import static cn.jiping.exam.October.INVIGILATOR;
import static cn.jiping.exam.October.OF_ANOTHER_BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.registration.RegistrationTest;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.testing.PagesAs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** What happened on the morning of 23 October 2021 in the first room of Hangzhou. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class RecordingIncidentsTests {
    private static final IncidentFilter EVERYTHING = filter("", null, null, null);
    private static final Paging FIRST = new Paging(1, 20);
    private static final Instant NINE = Instant.parse("2021-10-23T01:00:00Z");

    @Autowired WebApplicationContext context;
    @Autowired Incidents incidents;
    private October october;
    private SeatView first;

    @BeforeEach
    void theMorning() {
        october = October.arranged(context);
        october.at("2021-10-23T09:30");
        first = october.seats("第1考场").getFirst();
    }

    private IncidentDraft draft(
            String kind, String done, @Nullable UUID corrects, IncidentDraft.Person... people) {
        return new IncidentDraft(
                first.room(),
                Sitting.THEORY,
                kind,
                NINE,
                "开考后发现",
                done,
                List.of(people),
                corrects,
                Ids.next().toString());
    }

    private List<Incident> everywhere(Actor actor) {
        var all = new ArrayList<Incident>();
        incidents.export(actor, october.id(), EVERYTHING, all::add);
        assertThat(incidents.page(actor, october.id(), EVERYTHING, FIRST).rows()).isEqualTo(all);
        return all;
    }

    @Test
    void areFoundByKindStateRoomAndWords() {
        var wrong = record(CITY, draft("携带违禁物品", "", null, handled("各科目成绩无效")));
        var right = record(CITY, draft("携带违禁物品", "没收手机", wrong, handled("口头警告")));
        var power = record(CITY, draft("停电或断网", "启用备用电源", null));

        assertThat(found(filter("", "携带违禁物品", null, null))).containsExactlyInAnyOrder(wrong, right);
        assertThat(found(filter("", null, true, null))).containsExactlyInAnyOrder(right, power);
        assertThat(found(filter("", null, false, null))).containsExactly(wrong);
        assertThat(found(filter("备用电源", null, null, null))).containsExactly(power);
        assertThat(found(filter(first.ticket(), null, true, first.room()))).containsExactly(right);
        assertThat(found(filter("", null, null, UUID.randomUUID()))).isEmpty();
        assertThat(found(filter("%", null, null, null))).isEmpty();
    }

    private static IncidentFilter filter(
            String text, @Nullable String kind, @Nullable Boolean standing, @Nullable UUID room) {
        return new IncidentFilter(
                text, null, room, kind, standing, IncidentFilter.Column.KIND, false);
    }

    private List<UUID> found(IncidentFilter filter) {
        return incidents.page(CITY, october.id(), HANGZHOU, filter, FIRST).rows().stream()
                .map(Incident::id)
                .toList();
    }

    private UUID record(Actor actor, IncidentDraft draft) {
        return incidents.record(actor, october.id(), HANGZHOU, draft);
    }

    private IncidentDraft.Person handled(String handling) {
        return new IncidentDraft.Person(first.ticket(), handling);
    }

    private static void faulty(String field, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.faults().getFirst().field()).isEqualTo(field));
    }

    @Test
    void keepsWhatHappenedOnceHoweverOftenItIsSent() {
        var draft = draft("设备故障", "", null);

        assertThat(record(INVIGILATOR, draft)).isEqualTo(record(INVIGILATOR, draft));

        var kept = incidents.list(CITY, october.id(), HANGZHOU);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().where().roomName()).isEqualTo("第1考场");
        assertThat(everywhere(CLERK)).isEmpty();
    }

    @Test
    void wantsABreachWithPersonAndHandlingAndAnEmergencyWithWhatWasDone() {
        faulty("people", () -> record(CITY, draft("携带违禁物品", "", null)));
        faulty("people", () -> record(CITY, draft("携带违禁物品", "", null, handled(""))));
        faulty("people", () -> record(CITY, draft("携带违禁物品", "", null, handled("罚款"))));
        faulty("done", () -> record(CITY, draft("停电或断网", " ", null)));
        faulty("kind", () -> record(CITY, draft("没有这一种", "", null)));
        record(CITY, draft("携带违禁物品", "", null, handled("本科目成绩无效")));
        record(CITY, draft("停电或断网", "启用备用电源", null));
    }

    @Test
    void keepsBothEntriesOfACorrection() {
        var wrong = record(CITY, draft("携带违禁物品", "", null, handled("各科目成绩无效")));

        record(CITY, draft("携带违禁物品", "", wrong, handled("口头警告")));

        assertThat(incidents.list(CITY, october.id(), HANGZHOU))
                .extracting(Incident::corrected)
                .containsExactlyInAnyOrder(true, false);
        assertThatExceptionOfType(IncidentRefused.class)
                .isThrownBy(() -> record(CITY, draft("其他情况", "", wrong)));
    }

    @Test
    void isNobodyElsesBusiness() {
        for (var stranger : List.of(OTHER_CITY, OF_ANOTHER_BODY)) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> record(stranger, draft("设备故障", "", null)));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> incidents.list(stranger, october.id(), HANGZHOU));
        }
        record(CITY, draft("设备故障", "", null));
        assertThat(everywhere(OTHER_CITY)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        incidents.page(OTHER_CITY, october.id(), HANGZHOU, EVERYTHING, FIRST));
    }

    @Test
    void showsInPagesAndOnPaper() {
        record(CITY, draft("停电或断网", "启用备用电源", null));
        var page = "/exams/" + october.id() + "/330100/incidents";
        var city = PagesAs.actor(context, CITY);

        assertThat(city.get().uri("/authority" + page)).hasStatusOk().bodyText().contains("启用备用电源");
        assertThat(city.get().uri("/authority" + page + "/record")).hasStatusOk();
        assertThat(city.get().uri("/authority" + page + "/export")).hasStatusOk();
        assertThat(city.post().uri("/authority" + page + "/new").param("kind", "设备故障"))
                .hasStatus(422);
        var other = PagesAs.actor(context, OTHER_CITY);
        for (var path : new String[] {page, page + "/new", page + "/record", page + "/export"}) {
            assertThat(other.get().uri("/authority" + path)).hasStatus(404);
        }
    }
}
