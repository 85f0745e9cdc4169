package cn.jiping.score;

import cn.jiping.exam.Outcome;
import cn.jiping.exam.SeatView;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.ExcelTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 成绩表: a workbook with one candidate to a row and one subject to a column. */
record ScoreSheet(
        Map<String, SeatView> seats,
        int fullMark,
        Examination.Outcomes outcomes,
        Predicate<SubjectOf> mayReadIn,
        Function<ScoredSubject, String> header) {
    static final String TICKET = "准考证号";
    static final String NAME = "姓名";
    static final String ABSENT = "缺考";
    static final String VOID = "违纪";

    /** One candidate's subject. */
    record SubjectOf(SeatView seat, ScoredSubject subject) {}

    /** The headers every file has, in the order of the template. */
    static List<String> columns(Function<ScoredSubject, String> header) {
        var columns = new ArrayList<>(List.of(TICKET, NAME));
        for (var subject : ScoredSubject.values()) {
            columns.add(header.apply(subject));
        }
        return columns;
    }

    static Map<String, SeatView> byTicket(List<SeatView> seats) {
        return seats.stream().collect(Collectors.toMap(SeatView::ticket, seat -> seat));
    }

    /**
     * The marks of the file; empty cells are none.
     *
     * @throws InvalidInput if the file is unreadable or any of its cells is wrong: nothing of it
     *     counts then
     */
    List<Mark> read(byte[] file) throws IOException {
        var table =
                ExcelTable.read(
                        new ByteArrayInputStream(file), columns(header), ExcelTable.Limits.usual());
        var marks = new ArrayList<Mark>();
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            var ticket = row.text(TICKET);
            var seat = seats.get(ticket);
            if (seat == null) {
                table.fault(row, TICKET, "score.ticket", ticket);
            } else if (!seen.add(ticket)) {
                table.fault(row, TICKET, "score.ticket-twice", ticket);
            } else if (!seat.name().equals(row.text(NAME))) {
                table.fault(row, NAME, "score.other-name", row.text(NAME));
            } else {
                marks.addAll(marks(table, row, seat));
            }
        }
        if (!table.faults().isEmpty()) {
            throw new InvalidInput(table.faults().stream().map(ScoreSheet::fault).toList());
        }
        return marks;
    }

    private List<Mark> marks(ExcelTable table, ExcelTable.Row row, SeatView seat) {
        return Stream.of(ScoredSubject.values())
                .filter(subject -> !row.text(header.apply(subject)).isEmpty())
                .flatMap(subject -> mark(table, row, seat, subject))
                .toList();
    }

    private Stream<Mark> mark(
            ExcelTable table, ExcelTable.Row row, SeatView seat, ScoredSubject subject) {
        var column = header.apply(subject);
        if (seat.subjects().stream().noneMatch(sat -> sat.name().equals(subject.name()))) {
            table.fault(row, column, "score.not-sat", column);
            return Stream.empty();
        }
        if (!mayReadIn.test(new SubjectOf(seat, subject))) {
            table.fault(row, column, "score.not-yours", column);
            return Stream.empty();
        }
        var outcome = outcomes.of(seat.examinee(), subject).orElse(null);
        var fault = contradicts(outcome, row.text(column));
        if (fault != null) {
            table.fault(row, column, fault);
            return Stream.empty();
        }
        return switch (row.text(column)) {
            case VOID -> Stream.of(Mark.voided(seat.examinee(), subject));
            case ABSENT -> Stream.of(Mark.absent(seat.examinee(), subject));
            default ->
                    Stream.ofNullable(table.optional(row, column, "score.mark", this::score))
                            .map(score -> Mark.of(seat.examinee(), subject, score));
        };
    }

    /** Nobody has a score who was not there, or whose paper was voided. */
    private static @Nullable String contradicts(@Nullable Outcome outcome, String text) {
        return switch (outcome) {
            case VOID -> text.equals(VOID) ? null : "score.voided-there";
            case ABSENT -> text.equals(ABSENT) ? null : "score.absent-there";
            case null -> text.equals(VOID) ? "score.not-voided" : null;
        };
    }

    /** From 0 to the full mark, with at most one decimal. */
    private BigDecimal score(String text) {
        var score = new BigDecimal(text).stripTrailingZeros();
        if (score.scale() > 1
                || score.signum() < 0
                || score.compareTo(BigDecimal.valueOf(fullMark)) > 0) {
            throw new IllegalArgumentException(text);
        }
        return score;
    }

    private static InvalidInput.Fault fault(ExcelTable.CellFault fault) {
        var arguments = new ArrayList<Object>(List.of(fault.row(), fault.column()));
        arguments.addAll(fault.arguments());
        return new InvalidInput.Fault("file", fault.code(), arguments);
    }
}
