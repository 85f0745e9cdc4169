package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskingForRoomsTests {
    private final ExamRoomsTopic topic = new ExamRoomsTopic();

    @Test
    void everybodySitsAndNoRoomIsOneTooMany() {
        assertThat(answered())
                .isNotEmpty()
                .allSatisfy(hall -> {
                    assertThat(hall.rooms() * hall.seats())
                            .isGreaterThanOrEqualTo(hall.candidates());
                    assertThat((hall.rooms() - 1) * hall.seats()).isLessThan(hall.candidates());
                });
    }

    @Test
    void moreCandidatesNeverNeedFewerRooms() {
        var rooms =
                answered().stream()
                        .sorted(Comparator.comparingInt(Hall::candidates))
                        .map(Hall::rooms)
                        .toList();

        assertThat(rooms).hasSizeGreaterThan(100).isSorted();
        assertThat(rooms).contains(1, 2);
    }

    private List<Hall> answered() {
        return WholeSpace.of(ExamRoomsTopic.Facts.class).stream()
                .flatMap(facts ->
                        WholeSpace.ask(topic, facts).stream()
                                .map(answer -> hall(facts.candidates(), answer.plainOutcome())))
                .toList();
    }

    private static Hall hall(int candidates, Map<String, ?> outcome) {
        return new Hall(candidates, number(outcome, "seats"), number(outcome, "rooms"));
    }

    private static int number(Map<String, ?> outcome, String name) {
        return Integer.parseInt(String.valueOf(outcome.get(name)));
    }

    /** What was asked and answered. */
    private record Hall(int candidates, int seats, int rooms) {}
}
