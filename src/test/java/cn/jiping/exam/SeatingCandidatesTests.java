package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jiping.testing.Chance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms of thirty in five columns, and people of several occupations. */
class SeatingCandidatesTests {
    private static final long SEED = 20211023;

    private static RoomLayout room(int number) {
        return new RoomLayout(id("room " + number), 30, 5);
    }

    private static Seating hall(int rooms) {
        return new Seating(IntStream.rangeClosed(1, rooms).mapToObj(n -> room(n)).toList());
    }

    private static List<ToSeat> people(int count, String occupation) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new ToSeat(id(occupation + n), occupation))
                .toList();
    }

    private static List<ToSeat> all(List<ToSeat> some, List<ToSeat> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "1,2,true",
        "6,7,true",
        "1,12,true",
        "1,11,false",
        "6,12,false",
        "5,8,true",
        "1,1,false"
    })
    void countsSeatsDownOneColumnAndUpTheNext(int one, int other, boolean adjacent) {
        assertThat(room(1).adjacent(one, other)).isEqualTo(adjacent);
        assertThat(room(1).adjacent(other, one)).isEqualTo(adjacent);
    }

    @Test
    void fillsOneRoomAfterTheOther() {
        var seats = hall(3).arrange(all(people(20, "焊工"), people(25, "保安员")), SEED);

        assertThat(seats).filteredOn(seat -> seat.room().equals(room(1).room())).hasSize(30);
        assertThat(seats).filteredOn(seat -> seat.room().equals(room(2).room())).hasSize(15);
    }

    @Test
    void givesEachRoomItsShareOfEachOccupation() {
        var seats = hall(2).arrange(all(people(30, "焊工"), people(30, "保安员")), SEED);

        assertThat(seats)
                .filteredOn(seat -> seat.room().equals(room(2).room()))
                .filteredOn(seat -> seat.occupation().equals("焊工"))
                .hasSize(15);
    }

    @Test
    void neverSetsOneOccupationSideBySideWhereItCanBeHelped() {
        Chance.tries(
                300,
                chance -> {
                    var hall = hall(3);
                    var people = mixed(chance);

                    assertThat(hall.alike(hall.arrange(people, SEED))).isZero();
                });
    }

    /** None of the occupations makes up more than half. */
    private static List<ToSeat> mixed(Chance chance) {
        var half = chance.whole(1, 45);
        var people = new ArrayList<>(people(half, "焊工"));
        var rest = half;
        for (var i = 0; rest > 0; i++) {
            var some = chance.whole(1, rest);
            people.addAll(people(some, "职业" + i));
            rest -= some;
        }
        return people;
    }

    @Test
    void keepsTheNumberSmallWhereAllAreOfOneOccupation() {
        var hall = hall(1);

        assertThat(hall.alike(hall.arrange(people(30, "焊工"), SEED))).isEqualTo(49);
    }

    @Test
    void seatsEverybodyOnceWhoeverComes() {
        Chance.tries(
                200,
                chance -> {
                    var people =
                            all(
                                    people(chance.whole(0, 60), "焊工"),
                                    people(chance.whole(0, 30), "安检员"));
                    var seats = hall(3).arrange(people, chance.whole(0, 9));

                    assertThat(seats.stream().map(Seated::examinee).collect(Collectors.toSet()))
                            .hasSize(people.size())
                            .hasSize(seats.size());
                    assertThat(seats.stream().map(seat -> seat.room() + " " + seat.number()))
                            .doesNotHaveDuplicates();
                    assertThat(seats).allMatch(seat -> seat.number() >= 1 && seat.number() <= 30);
                });
    }

    @Test
    void givesTheSameSeatsInWhateverOrderPeopleCome() {
        var people = new ArrayList<>(all(people(20, "焊工"), people(9, "安检员")));
        var seats = hall(1).arrange(people, SEED);
        Collections.reverse(people);

        assertThat(hall(1).arrange(people, SEED)).isEqualTo(seats);
        assertThat(hall(1).arrange(people, SEED + 1)).isNotEqualTo(seats);
    }

    @Test
    void wantsASeatForEverybody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hall(1).arrange(people(31, "焊工"), SEED));
    }

    @Test
    void findsALateComerASeatAmongOthersOfOtherOccupations() {
        var hall = hall(2);
        var sitting = hall.arrange(all(people(20, "焊工"), people(20, "保安员")), SEED);

        var seat = hall.place(new ToSeat(id("late"), "焊工"), sitting).orElseThrow();

        assertThat(sitting)
                .noneMatch(other ->
                        other.room().equals(seat.room()) && other.number() == seat.number());
        assertThat(hall.alike(with(sitting, seat))).isZero();
    }

    private static List<Seated> with(List<Seated> sitting, Seated late) {
        return Stream.concat(sitting.stream(), Stream.of(late)).toList();
    }

    @Test
    void hasNoSeatForALateComerWhenAllAreTaken() {
        var hall = hall(1);
        var sitting = hall.arrange(people(30, "焊工"), SEED);

        assertThat(hall.place(new ToSeat(id("late"), "焊工"), sitting)).isEmpty();
    }
}
