package cn.jiping.exam.web;

import cn.jiping.exam.Attendance;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.Incident;
import cn.jiping.exam.RoomSitting;
import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 考场情况记录: one page for each room, signed by its invigilators. */
@Component
class RoomRecords {
    private static final double LEFT = 15;
    private static final double WIDTH = 180;
    private static final double ROW = 8;
    private static final double INCIDENT = 24;
    private static final double LAST = 262;
    private static final List<Double> COLUMNS = List.of(50.0, 20.0, 20.0, 20.0, 70.0);

    private final MessageSource messages;

    RoomRecords(MessageSource messages) {
        this.messages = messages;
    }

    void draw(
            Pdf pdf,
            ExamDays.Day day,
            List<RoomSitting> sittings,
            List<ExamDays.Line> register,
            List<Incident> incidents) {
        var rooms = new LinkedHashSet<String>();
        sittings.forEach(one -> rooms.add(one.roomName()));
        for (var room : rooms) {
            new Sheet(pdf, day, room).fill(sittings, register, incidents);
        }
    }

    /** The pages of one room. */
    private final class Sheet {
        private final Pdf pdf;
        private final ExamDays.Day day;
        private final String room;
        private PdfPage page;
        private double top;

        Sheet(Pdf pdf, ExamDays.Day day, String room) {
            this.pdf = pdf;
            this.day = day;
            this.room = room;
            this.page = pdf.page();
            this.top = head();
        }

        private double head() {
            page.text(
                    new Box(LEFT, 12, WIDTH, 9),
                    text("page.exam.record.title"),
                    TextStyle.of(18).asBold().centred());
            page.text(
                    new Box(LEFT, 23, WIDTH, 6),
                    day.session().heading().title(),
                    TextStyle.of(11).centred());
            var arranged = day.exam().arranged();
            page.text(
                    new Box(LEFT, 33, WIDTH, 8),
                    text(
                            "page.exam.record.where",
                            day.exam().city().name(),
                            arranged == null ? "" : arranged.name(),
                            room),
                    TextStyle.of(11));
            return 44;
        }

        void fill(
                List<RoomSitting> sittings,
                List<ExamDays.Line> register,
                List<Incident> incidents) {
            row(
                    List.of(
                                    "seat.sitting",
                                    "day.expected",
                                    "state.PRESENT",
                                    "state.ABSENT",
                                    "record.absent")
                            .stream()
                            .map(key -> text("page.exam." + key))
                            .toList(),
                    true);
            sittings.stream()
                    .filter(one -> one.roomName().equals(room))
                    .forEach(one -> row(counts(one, register), false));
            top += 6;
            incidents.stream()
                    .filter(one -> !one.corrected())
                    .filter(one ->
                            one.where().room() == null || one.where().roomName().equals(room))
                    .toList()
                    .reversed()
                    .forEach(this::incident);
            page.text(
                    new Box(LEFT, top + 4, WIDTH, 20),
                    text("page.exam.record.signed"),
                    TextStyle.of(11).spaced(2));
        }

        private List<String> counts(RoomSitting one, List<ExamDays.Line> register) {
            var absent =
                    register.stream()
                            .filter(line -> line.sitting() == one.place().sitting())
                            .filter(line -> line.seat().roomName().equals(room))
                            .filter(line -> line.state() == Attendance.ABSENT)
                            .map(line -> line.seat().name() + "(" + line.seat().number() + ")")
                            .collect(Collectors.joining("、"));
            return new ArrayList<>(
                    List.of(
                            text("word.Sitting." + one.place().sitting()),
                            String.valueOf(one.expected()),
                            String.valueOf(one.present()),
                            String.valueOf(one.absent()),
                            absent));
        }

        private void row(List<String> cells, boolean head) {
            var left = LEFT;
            for (var at = 0; at < cells.size(); at++) {
                var style = TextStyle.of(10);
                page.cell(
                        new Box(left, top, COLUMNS.get(at), ROW),
                        cells.get(at),
                        head ? style.asBold() : style);
                left += COLUMNS.get(at);
            }
            top += ROW;
        }

        private void incident(Incident one) {
            if (top + INCIDENT > LAST) {
                page = pdf.page();
                top = head();
            }
            var words =
                    text(
                            "page.exam.record.incident",
                            Moments.written(one.at()),
                            one.kind().name(),
                            one.what(),
                            one.done(),
                            IncidentSheet.people(one));
            page.cell(new Box(LEFT, top, WIDTH, INCIDENT), words, TextStyle.of(10));
            top += INCIDENT;
        }
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
