package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.WENZHOU;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever cities, province and candidates do after payment: whoever has a seat has nine others.
 */
@ExamTest
class RunningNobodyAloneTests {
    private static final Actor PROGRAM = Actor.program("test");
    private static final List<DivisionCode> CITIES = List.of(HANGZHOU, NINGBO, WENZHOU);
    private static final List<String> OCCUPATIONS = List.of("焊工", "保安员");
    private static final int STEPS = 25;

    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
    @Autowired Arrangements arrangements;
    private final List<Entry> people = new ArrayList<>();
    private SessionId session = SessionId.next();
    private Random chance = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void holdsAfterEveryStep(long seed) {
        chance = new Random(seed);
        session = autumn.announced();
        for (var city : CITIES) {
            OCCUPATIONS.forEach(each ->
                    people.addAll(autumn.registered(session, city, each, chance.nextInt(15))));
        }
        autumn.becomes(PAID.plusDays(1));
        for (var step = 0; step < STEPS; step++) {
            anything();
            nobodySitsAlone();
        }
        assertThat(arrangements.list(PROGRAM, session)).isNotEmpty();
    }

    private void anything() {
        switch (chance.nextInt(5)) {
            case 0 -> leaves();
            case 1 -> people.add(autumn.registered(session, one(CITIES), one(OCCUPATIONS)));
            case 2 -> arranges(one(CITIES));
            default -> decides();
        }
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private void leaves() {
        if (!people.isEmpty()) {
            autumn.leaves(people.remove(chance.nextInt(people.size())));
        }
    }

    private void arranges(DivisionCode city) {
        try {
            autumn.arranged(session, city);
        } catch (ExamRefused | NotFound _) {
            // a group is undecided, or nobody is there
        }
    }

    private void decides() {
        var waiting =
                groups.list(PROVINCE_APPROVER, session).stream()
                        .filter(group -> group.status().waiting())
                        .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var group = one(waiting);
        var others = CITIES.stream().filter(each -> !each.equals(group.city().division())).toList();
        var measure =
                chance.nextInt(4) == 0
                        ? new GroupMeasure.Move(LocalDate.of(2022, 5, 21))
                        : new GroupMeasure.Pool(city(one(others)));
        try {
            groups.decide(PROVINCE_APPROVER, session, group.id(), measure, "就近", group.version());
        } catch (ExamRefused _) {
            // too few there as well
        }
    }

    private void nobodySitsAlone() {
        for (var city : CITIES) {
            var seated =
                    arrangements.seats(clerk(city), session, city).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            SeatView::occupation, Collectors.counting()));
            assertThat(seated.values()).allMatch(sitting -> sitting >= 10);
        }
    }
}
