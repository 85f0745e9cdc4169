package cn.jiping.demo;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.Subject;
import cn.jiping.plan.SubjectForm;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.web.Excel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** 演示的成绩: workbooks filled in and read in by those whose subjects they are, then published. */
@InDemo
class Scoring {
    private static final int FIRST_SUBJECT = 2;
    private static final int PASS = 62;
    private static final int FAIL = 41;
    private static final int SPREAD = 33;
    private static final List<Subject> SUBJECTS = List.of(Subject.values());
    private static final String ABSENT = "缺考";

    private final Scores scores;
    private final Arrangements arrangements;
    private final TheSession session;
    private final Actors actors;
    private final Refusals refusals;

    Scoring(
            Scores scores,
            Arrangements arrangements,
            TheSession session,
            Actors actors,
            Refusals refusals) {
        this.scores = scores;
        this.arrangements = arrangements;
        this.session = session;
        this.actors = actors;
        this.refusals = refusals;
    }

    /** One cell of the workbook. */
    private record Cell(Player player, Subject subject) {}

    /** 实操成绩: the city reports what its assessors saw. */
    void report(DivisionCode city) {
        readIn(actors.staff(Role.CITY_CLERK, city), city, "实操成绩", this::practical);
    }

    /** 卷面成绩: the province reads in what is written. */
    void mark(DivisionCode city) {
        readIn(actors.staff(Role.PROVINCE_CLERK, city), city, "卷面成绩", cell -> !practical(cell));
    }

    private boolean practical(Cell cell) {
        var offering = session.offering(cell.player().occupation());
        return switch (cell.subject()) {
            case THEORY -> false;
            case SKILLS -> offering.skills() == SubjectForm.PRACTICAL;
            case REVIEW -> offering.review() == SubjectForm.PRACTICAL;
        };
    }

    private void readIn(Actor actor, DivisionCode city, String name, Predicate<Cell> own) {
        if (!session.hasRoster(city)) {
            return;
        }
        var sat =
                arrangements.seats(actor, session.id(), city).stream()
                        .collect(Collectors.toMap(SeatView::ticket, SeatView::subjects));
        var rows =
                scores.template(actor, session.id(), city).stream()
                        .filter(row -> session.cast().has(String.valueOf(row.get(1))))
                        .map(row ->
                                filledIn(
                                        row,
                                        sat.getOrDefault(String.valueOf(row.getFirst()), Set.of()),
                                        own))
                        .toList();
        var file = name + ".xlsx";
        if (rows.isEmpty() || published(city) || readInBefore(actor, city, file)) {
            return;
        }
        var out = new ByteArrayOutputStream();
        try {
            Excel.write(out, "成绩", scores.headers(), rows.iterator());
            scores.readIn(actor, session.id(), city, file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook written again tells when, and is another file. */
    private boolean readInBefore(Actor actor, DivisionCode city, String file) {
        return scores.find(actor, session.id(), city).files().stream()
                .anyMatch(known -> known.name().equals(file));
    }

    /** Who was absent or had a subject voided stands in the template; the rest gets marks. */
    private List<?> filledIn(List<Object> template, Set<Subject> sat, Predicate<Cell> own) {
        var player = session.cast().named(String.valueOf(template.get(1)));
        var row = new ArrayList<Object>(template);
        for (var subject : SUBJECTS) {
            var column = FIRST_SUBJECT + SUBJECTS.indexOf(subject);
            if (!own.test(new Cell(player, subject))) {
                row.set(column, "");
            } else if (sat.contains(subject) && template.get(column).equals("")) {
                row.set(column, mark(player, subject));
            }
        }
        return row;
    }

    private static Object mark(Player player, Subject subject) {
        if (player.fate() == Fate.ABSENT) {
            return ABSENT;
        }
        var place = SUBJECTS.indexOf(subject);
        var spread = (player.number() * 7 + place * 11) % SPREAD;
        var fails =
                player.fate() == Fate.FAILS_ALL
                        || (player.fate() == Fate.FAILS_ONE
                                && player.number() % SUBJECTS.size() == place);
        return fails ? FAIL + spread / 2 : PASS + spread;
    }

    private boolean published(DivisionCode city) {
        return scores.published(actors.staff(Role.PROVINCE_APPROVER, city), session.id())
                .containsKey(city);
    }

    /** 公布: whoever read marks in may not; another person does. */
    void release(DivisionCode city) {
        var approver = actors.staff(Role.PROVINCE_APPROVER, city);
        if (published(city) || !session.hasRoster(city)) {
            return;
        }
        var reader = actors.staff(Role.PROVINCE_CLERK, city);
        refusals.expect(
                0,
                city,
                "导入人自己公布成绩",
                () ->
                        scores.release(
                                reader,
                                session.id(),
                                city,
                                scores.find(reader, session.id(), city).version()));
        scores.release(
                approver, session.id(), city, scores.find(approver, session.id(), city).version());
    }
}
