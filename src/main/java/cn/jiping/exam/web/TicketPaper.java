package cn.jiping.exam.web;

import cn.jiping.exam.AdmissionTicket;
import cn.jiping.exam.PracticalArrangements;
import cn.jiping.exam.PracticalPlace;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.Subject;
import cn.jiping.plan.SubjectTimes;
import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 准考证, as it is printed. */
@Component
class TicketPaper {
    private static final double LEFT = 20;
    private static final double WIDTH = 170;
    private static final double ROW = 11;
    private static final double PLACE = 24;
    private static final double NAMES = 38;
    private static final double TOP = 46;
    private static final double PHOTO = 34;
    private static final int PHOTO_ROWS = 4;

    private final SubjectTimes subjectTimes;
    private final PracticalArrangements practicals;
    private final MessageSource messages;

    TicketPaper(
            SubjectTimes subjectTimes, PracticalArrangements practicals, MessageSource messages) {
        this.subjectTimes = subjectTimes;
        this.practicals = practicals;
        this.messages = messages;
    }

    /**
     * When each subject of the ticket begins, or who says so.
     *
     * @param where and what to bring, if it is not at the seat; otherwise empty
     */
    record Time(Subject subject, String when, String where) {
        Time(Subject subject, String when) {
            this(subject, when, "");
        }
    }

    /** The subjects of the ticket with their beginning; practical ones as the city has entered. */
    List<Time> times(Actor actor, AdmissionTicket ticket) {
        var heading = ticket.session().heading();
        var known = subjectTimes.of(heading.jurisdiction(), heading.code());
        var places = practicals.of(actor, ticket.seat().session(), ticket.seat().examinee());
        return ticket.seat().subjectsInOrder().stream()
                .map(subject -> {
                    var sitting = sitting(ticket, subject);
                    return sitting.practical()
                            ? practical(subject, places.get(sitting))
                            : new Time(subject, when(ticket, subject, known));
                })
                .toList();
    }

    private Time practical(Subject subject, @Nullable PracticalPlace place) {
        if (place == null) {
            return new Time(subject, text("page.exam.ticket.told"));
        }
        var what = place.what();
        var where = text("page.exam.ticket.where", place.siteName(), place.address());
        return new Time(
                subject,
                text("page.exam.ticket.report", what.day().toString(), what.reportAt().toString()),
                what.note().isEmpty() ? where : where + "\n" + what.note());
    }

    private String when(AdmissionTicket ticket, Subject subject, List<Reason> known) {
        return known.stream()
                .filter(reason -> reason.arguments().getFirst().equals(subject))
                .map(reason ->
                        text(
                                "page.exam.ticket.at",
                                ticket.session().days().theoryOn().toString(),
                                reason.arguments().getLast().toString()))
                .findFirst()
                .orElseGet(() -> text("page.exam.ticket.told"));
    }

    private static Sitting sitting(AdmissionTicket ticket, Subject subject) {
        var seat = ticket.seat();
        return Sitting.of(ticket.session(), seat.occupation(), seat.level(), subject);
    }

    String title(AdmissionTicket ticket) {
        return text("page.exam.ticket.title") + " " + ticket.seat().ticket();
    }

    void draw(
            Pdf pdf,
            AdmissionTicket ticket,
            List<Time> times,
            String document,
            Optional<byte[]> photo) {
        var page = pdf.page();
        var seat = ticket.seat();
        page.text(
                new Box(LEFT, 18, WIDTH, 12),
                text("page.exam.ticket.title"),
                TextStyle.of(24).asBold().centred());
        page.text(
                new Box(LEFT, 32, WIDTH, 8),
                ticket.session().heading().title(),
                TextStyle.of(12).centred());
        var top = TOP;
        for (var row : rows(ticket, document)) {
            var beside = photo.isPresent() && top < TOP + PHOTO_ROWS * ROW;
            var values = WIDTH - NAMES - (beside ? PHOTO : 0);
            page.cell(new Box(LEFT, top, NAMES, ROW), row.getFirst(), TextStyle.of(11).asBold());
            page.cell(new Box(LEFT + NAMES, top, values, ROW), row.getLast(), TextStyle.of(11));
            top += ROW;
        }
        for (var time : times) {
            var height = time.where().isEmpty() ? ROW : PLACE;
            var said = time.where().isEmpty() ? time.when() : time.when() + "\n" + time.where();
            page.cell(
                    new Box(LEFT, top, NAMES, height),
                    text("word.Subject." + time.subject()),
                    TextStyle.of(11).asBold());
            page.cell(new Box(LEFT + NAMES, top, WIDTH - NAMES, height), said, TextStyle.of(11));
            top += height;
        }
        photo.ifPresent(picture -> photo(page, picture));
        page.qr(new Box(LEFT, top + 8, 30, 30), seat.ticket());
        page.text(
                new Box(LEFT + 38, top + 8, WIDTH - 38, 60),
                text("page.exam.ticket.rules"),
                TextStyle.of(10.5).spaced(1.7));
    }

    private static void photo(PdfPage page, byte[] picture) {
        var box = new Box(LEFT + WIDTH - PHOTO, TOP, PHOTO, PHOTO_ROWS * ROW);
        page.frame(box);
        page.picture(box.inset(1), picture);
    }

    private List<List<String>> rows(AdmissionTicket ticket, String document) {
        var seat = ticket.seat();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(text("page.exam.seat.name"), seat.name()));
        rows.add(List.of(text("page.exam.seat.document"), document));
        rows.add(List.of(text("page.exam.seat.ticket"), seat.ticket()));
        rows.add(
                List.of(
                        text("page.exam.seat.occupation"),
                        seat.occupation() + " " + text("level." + seat.level())));
        rows.add(List.of(text("page.exam.ticket.site"), ticket.site()));
        rows.add(List.of(text("page.exam.ticket.address"), ticket.address()));
        rows.add(
                List.of(
                        text("page.exam.ticket.seat"),
                        text("page.exam.ticket.place", seat.roomName(), seat.number())));
        return rows;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
