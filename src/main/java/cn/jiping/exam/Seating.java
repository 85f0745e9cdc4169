package cn.jiping.exam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 座位编排: who sits where. Rooms are filled in their order; each gets its share of every occupation,
 * so that neighbours can be of different ones. The same rooms, people and seed give the same seats.
 */
record Seating(List<RoomLayout> rooms) {
    private static final int ATTEMPTS = 24;

    Seating {
        rooms = List.copyOf(rooms);
    }

    int capacity() {
        return rooms.stream().mapToInt(RoomLayout::seats).sum();
    }

    /**
     * Seats for everybody.
     *
     * @throws IllegalArgumentException if there are fewer seats than people
     */
    List<Seated> arrange(Collection<ToSeat> people, long seed) {
        if (people.size() > capacity()) {
            throw new IllegalArgumentException(people.size() + " people, " + capacity() + " seats");
        }
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return dealt(people, random).stream()
                .flatMap(share -> seated(share, random).stream())
                .toList();
    }

    /** A late comer, where the fewest neighbours are of the same occupation; nobody else moves. */
    Optional<Seated> place(ToSeat late, Collection<Seated> sitting) {
        return rooms.stream()
                .flatMap(room -> free(room, sitting).mapToObj(number -> at(late, room, number)))
                .min(Comparator.comparingLong(seat -> alike(seat, sitting)));
    }

    /** How many pairs of neighbours are of one occupation. */
    long alike(Collection<Seated> sitting) {
        return sitting.stream().mapToLong(seat -> alike(seat, sitting)).sum() / 2;
    }

    private long alike(Seated seat, Collection<Seated> sitting) {
        var layout = layout(seat.room());
        return sitting.stream()
                .filter(other -> other.room().equals(seat.room()))
                .filter(other -> other.occupation().equals(seat.occupation()))
                .filter(other -> layout.adjacent(seat.number(), other.number()))
                .count();
    }

    private RoomLayout layout(UUID room) {
        return rooms.stream().filter(layout -> layout.room().equals(room)).findAny().orElseThrow();
    }

    private static IntStream free(RoomLayout room, Collection<Seated> sitting) {
        var taken =
                sitting.stream()
                        .filter(seat -> seat.room().equals(room.room()))
                        .map(Seated::number)
                        .collect(Collectors.toSet());
        return room.numbers().filter(number -> !taken.contains(number));
    }

    private static Seated at(ToSeat person, RoomLayout room, int number) {
        return new Seated(person.examinee(), person.occupation(), room.room(), number);
    }

    /** How many a room takes, and who they are. */
    private record Share(RoomLayout room, int size, List<ToSeat> people) {
        double taken() {
            return people.size() / (double) size;
        }
    }

    /** To each room its share of each occupation. */
    private List<Share> dealt(Collection<ToSeat> people, RandomGenerator random) {
        var shares = shares(people.size());
        for (var group : groups(shuffled(people, random))) {
            for (var person : group) {
                Collections.min(shares, Comparator.comparingDouble(Share::taken))
                        .people()
                        .add(person);
            }
        }
        return shares;
    }

    /** How many sit in each room: full ones, and one that is not. */
    private List<Share> shares(int people) {
        var shares = new ArrayList<Share>();
        var left = people;
        for (var room : rooms) {
            if (left > 0) {
                shares.add(new Share(room, Math.min(left, room.seats()), new ArrayList<>()));
                left -= room.seats();
            }
        }
        return shares;
    }

    private static List<Seated> seated(Share share, RandomGenerator random) {
        var best = new Board(share.room(), List.of());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var groups = new ArrayList<>(groups(share.people()));
            if (attempt > 0) {
                Collections.shuffle(groups, Random.from(random));
            }
            var board = Board.of(share.room(), groups).improved();
            if (attempt == 0 || board.alike() < best.alike()) {
                best = board;
            }
            if (best.alike() == 0) {
                break;
            }
        }
        return best.seats();
    }

    private static List<ToSeat> shuffled(Collection<ToSeat> people, RandomGenerator random) {
        var list = new ArrayList<>(people);
        list.sort(Comparator.comparing(ToSeat::examinee));
        Collections.shuffle(list, Random.from(random));
        return list;
    }

    /** By occupation, the largest first. */
    private static List<List<ToSeat>> groups(List<ToSeat> people) {
        return people.stream()
                .collect(
                        Collectors.groupingBy(
                                ToSeat::occupation, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((List<ToSeat> group) -> group.size()).reversed())
                .toList();
    }

    /** A room while it is being filled: person i sits on seat i + 1. */
    private record Board(RoomLayout room, List<ToSeat> places) {

        /** Group after group, first on the dark seats, then on the light ones between them. */
        static Board of(RoomLayout room, List<List<ToSeat>> groups) {
            var people = groups.stream().flatMap(List::stream).toList();
            var order =
                    Stream.of(true, false)
                            .flatMap(dark ->
                                    IntStream.rangeClosed(1, people.size())
                                            .filter(number -> room.dark(number) == dark)
                                            .boxed())
                            .toList();
            var places = new ArrayList<>(people);
            for (var i = 0; i < people.size(); i++) {
                places.set(order.get(i) - 1, people.get(i));
            }
            return new Board(room, places);
        }

        /** Two change seats as long as that parts neighbours of one occupation. */
        Board improved() {
            var board = new Board(room, new ArrayList<>(places));
            while (board.alike() > 0 && board.swapped()) {
                // once more round the room
            }
            return board;
        }

        /** Goes round the room once; false if no change of seats helped. */
        private boolean swapped() {
            var helped = false;
            for (var one = 0; one < places.size(); one++) {
                for (var other = 0; other < one; other++) {
                    var before = alike(one) + alike(other);
                    Collections.swap(places, one, other);
                    if (alike(one) + alike(other) < before) {
                        helped = true;
                    } else {
                        Collections.swap(places, one, other);
                    }
                }
            }
            return helped;
        }

        int alike() {
            return IntStream.range(0, places.size()).map(this::alike).sum() / 2;
        }

        /** How many neighbours of a place are of its occupation. */
        private int alike(int place) {
            var occupation = places.get(place).occupation();
            var alike = 0;
            for (var number : room.neighbours(place + 1)) {
                if (number <= places.size()
                        && places.get(number - 1).occupation().equals(occupation)) {
                    alike++;
                }
            }
            return alike;
        }

        List<Seated> seats() {
            return IntStream.range(0, places.size())
                    .mapToObj(i -> at(places.get(i), room, i + 1))
                    .toList();
        }
    }
}
