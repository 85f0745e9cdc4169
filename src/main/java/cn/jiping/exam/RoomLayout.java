package cn.jiping.exam;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * 考场座次: a room with its seats in columns, numbered from 1 down the first column, up the second, and
 * so on (S 形).
 */
final class RoomLayout {
    private final UUID room;
    private final int seats;
    private final int rows;
    private final List<List<Integer>> neighbours;

    /**
     * @param seats how many, from 1
     * @param columns into how many columns they are set, from 1
     */
    RoomLayout(UUID room, int seats, int columns) {
        if (seats < 1 || columns < 1) {
            throw new IllegalArgumentException("A room of " + seats + " seats in " + columns);
        }
        this.room = room;
        this.seats = seats;
        this.rows = Math.ceilDiv(seats, columns);
        this.neighbours = numbers().mapToObj(this::around).toList();
    }

    private List<Integer> around(int number) {
        return numbers().filter(other -> adjacent(number, other)).boxed().toList();
    }

    UUID room() {
        return room;
    }

    int seats() {
        return seats;
    }

    IntStream numbers() {
        return IntStream.rangeClosed(1, seats);
    }

    /** Whether two seats stand side by side, or one behind the other. */
    boolean adjacent(int one, int other) {
        return Math.abs(column(one) - column(other)) + Math.abs(row(one) - row(other)) == 1;
    }

    /** The seats beside, before and behind one. */
    List<Integer> neighbours(int number) {
        return neighbours.get(number - 1);
    }

    private int column(int number) {
        return (number - 1) / rows;
    }

    private int row(int number) {
        var along = (number - 1) % rows;
        return column(number) % 2 == 0 ? along : rows - 1 - along;
    }

    /** The colour of the seat, were the room a chess board: neighbours never have the same. */
    boolean dark(int number) {
        return (column(number) + row(number)) % 2 == 0;
    }
}
