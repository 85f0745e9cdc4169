package cn.jiping.exam.web;

import cn.jiping.exam.CityExam;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.TicketHolders;
import cn.jiping.plan.SessionView;
import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import cn.jiping.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 考场用表: what hangs at the door, lies on the desks and is signed, one room after the other. */
@Component
class RoomPapers {
    private static final double LEFT = 15;
    private static final double WIDTH = 180;
    private static final double TOP = 48;
    private static final double ROW = 7.5;
    private static final double LABEL_WIDTH = 90;
    private static final double LABEL_HEIGHT = 44;
    private static final int LABELS_ACROSS = 2;
    private static final int LABELS_DOWN = 6;

    private final TicketHolders holders;
    private final MessageSource messages;

    RoomPapers(TicketHolders holders, MessageSource messages) {
        this.holders = holders;
        this.messages = messages;
    }

    /** 用表种类. */
    enum Kind {
        /** 门贴. */
        DOOR,
        /** 桌贴. */
        LABELS,
        /** 签到表. */
        SIGNING;

        static Optional<Kind> of(String code) {
            return Stream.of(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code))
                    .findAny();
        }
    }

    void draw(
            Pdf pdf,
            Kind kind,
            SessionView session,
            CityExam exam,
            Collection<List<SeatView>> rooms) {
        for (var room : rooms) {
            switch (kind) {
                case DOOR ->
                        table(pdf, "door", session, exam, room, List.of(16.0, 44.0, 40.0, 80.0));
                case SIGNING ->
                        table(
                                pdf,
                                "signing",
                                session,
                                exam,
                                room,
                                List.of(12.0, 38.0, 26.0, 42.0, 34.0, 28.0));
                case LABELS -> labels(pdf, exam, room);
            }
        }
    }

    private void table(
            Pdf pdf,
            String kind,
            SessionView session,
            CityExam exam,
            List<SeatView> room,
            List<Double> widths) {
        var page = pdf.page();
        head(page, kind, session, exam, room);
        var columns =
                kind.equals("door")
                        ? List.of("number", "ticket", "name", "occupation")
                        : List.of(
                                "number", "ticket", "name", "document", "occupation", "signature");
        row(
                page,
                TOP,
                columns.stream().map(key -> text("page.exam.seat." + key)).toList(),
                widths,
                true);
        var documents = kind.equals("door") ? Map.<PersonId, String>of() : holders.documents(room);
        for (var at = 0; at < room.size(); at++) {
            var seat = room.get(at);
            row(page, TOP + ROW * (at + 1), cells(kind, seat, documents), widths, false);
        }
    }

    /** Who signs is held against the document they show; the list at the door names no number. */
    private List<String> cells(String kind, SeatView seat, Map<PersonId, String> documents) {
        var number = String.valueOf(seat.number());
        var occupation = seat.occupation() + " " + text("level." + seat.level());
        return kind.equals("door")
                ? List.of(number, seat.ticket(), seat.name(), occupation)
                : List.of(
                        number,
                        seat.ticket(),
                        seat.name(),
                        documents.getOrDefault(seat.person(), ""),
                        occupation,
                        "");
    }

    private void head(
            PdfPage page, String kind, SessionView session, CityExam exam, List<SeatView> room) {
        page.text(
                new Box(LEFT, 12, WIDTH, 9),
                text("page.exam.paper." + kind),
                TextStyle.of(18).asBold().centred());
        page.text(
                new Box(LEFT, 23, WIDTH, 6), session.heading().title(), TextStyle.of(11).centred());
        var arranged = exam.arranged();
        page.text(
                new Box(LEFT, 33, WIDTH, 12),
                text(
                        "page.exam.paper.where",
                        exam.city().name(),
                        arranged == null ? "" : arranged.name(),
                        room.getFirst().roomName(),
                        room.size()),
                TextStyle.of(11));
    }

    private static void row(
            PdfPage page, double top, List<String> cells, List<Double> widths, boolean head) {
        var left = LEFT;
        for (var at = 0; at < cells.size(); at++) {
            var style = TextStyle.of(10);
            page.cell(
                    new Box(left, top, widths.get(at), ROW),
                    cells.get(at),
                    head ? style.asBold() : style);
            left += widths.get(at);
        }
    }

    private void labels(Pdf pdf, CityExam exam, List<SeatView> room) {
        var perPage = LABELS_ACROSS * LABELS_DOWN;
        for (var from = 0; from < room.size(); from += perPage) {
            var page = pdf.page();
            for (var at = from; at < Math.min(room.size(), from + perPage); at++) {
                label(page, at - from, exam, room.get(at));
            }
        }
    }

    private void label(PdfPage page, int at, CityExam exam, SeatView seat) {
        var down = at / LABELS_ACROSS;
        var box =
                new Box(
                        LEFT + at % LABELS_ACROSS * LABEL_WIDTH,
                        15 + down * LABEL_HEIGHT,
                        LABEL_WIDTH,
                        LABEL_HEIGHT);
        page.frame(box);
        page.text(
                new Box(box.x() + 4, box.y() + 4, 22, 20),
                String.valueOf(seat.number()),
                TextStyle.of(36).asBold());
        page.text(
                new Box(box.x() + 28, box.y() + 5, 58, 8), seat.name(), TextStyle.of(16).asBold());
        page.text(
                new Box(box.x() + 28, box.y() + 15, 58, 26),
                Stream.of(
                                seat.ticket(),
                                seat.occupation() + " " + text("level." + seat.level()),
                                exam.city().name() + " " + seat.roomName())
                        .collect(Collectors.joining("\n")),
                TextStyle.of(11));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
