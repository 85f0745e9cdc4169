package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.FeeItem;
import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import cn.jiping.registration.ApplicationForm.Held;
import cn.jiping.registration.ApplicationForm.Job;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 申报表版面: the rows and fields of the annex of JL2017-11, in its order, on one page of A4. */
final class SheetPaper {
    private static final double LEFT = 15;
    private static final double WIDTH = 180;
    private static final double TOP = 38;
    private static final double ROW = 12;
    private static final double PICTURE = 30;
    private static final int PICTURE_ROWS = 4;
    private static final double OPINION = 42;
    private static final double SIZE = 10.5;

    private final Words words;

    SheetPaper(Words words) {
        this.words = words;
    }

    /** The printed words. */
    interface Words {
        String of(String key, Object... arguments);

        /** A value as a sentence says it. */
        String word(Object value);
    }

    /** One field of a row: a label, or what is filled in. */
    private record Field(double width, String text, boolean label) {}

    private Field label(double width, String key) {
        return new Field(width, words.of(key), true);
    }

    private Field label(double width, FeeItem subject) {
        return new Field(width, words.word(subject), true);
    }

    private static Field value(double width, String text) {
        return new Field(width, text, false);
    }

    void draw(Pdf pdf, ApplicationSheet sheet, byte @Nullable [] photo) {
        var page = pdf.page();
        page.text(
                new Box(LEFT, 16, WIDTH, 12),
                words.of("sheet"),
                TextStyle.of(20).asBold().centred());
        page.text(
                new Box(LEFT, 29, WIDTH, 6),
                sheet.application().about().title(),
                TextStyle.of(SIZE).centred());
        picture(page, photo);
        var about = aboutThePerson(page, sheet);
        var end = scores(page, history(page, applied(page, about, sheet), sheet));
        opinions(page, end, sheet.opinions());
        page.text(
                new Box(LEFT, end + OPINION + 3, WIDTH, 6),
                words.of("sheet.note"),
                TextStyle.of(9.5));
    }

    private double aboutThePerson(PdfPage page, ApplicationSheet sheet) {
        var person = sheet.person();
        var form = sheet.application().form();
        var schooling = form.schooling();
        var job = form.employment();
        var sex = person.sex();
        var y =
                row(
                        page,
                        TOP,
                        ROW,
                        label(22, "name"),
                        value(30, person.name()),
                        label(16, "sheet.sex"),
                        value(18, sex == null ? "" : words.of("sex." + sex)),
                        label(26, "sheet.born"),
                        value(38, month(person.bornOn())));
        y =
                row(
                        page,
                        y,
                        ROW,
                        label(22, "sheet.education"),
                        value(46, schooling == null ? "" : words.word(schooling.education())),
                        label(26, "sheet.document"),
                        value(56, person.document()));
        y =
                row(
                        page,
                        y,
                        ROW,
                        label(22, "employer"),
                        value(72, job == null ? "" : job.employer()),
                        label(20, "sheet.occupation-now"),
                        value(36, job == null ? "" : job.occupation()));
        return row(page, y, ROW, label(22, "sheet.phone"), value(128, person.phone()));
    }

    private void picture(PdfPage page, byte @Nullable [] photo) {
        var box = new Box(LEFT + WIDTH - PICTURE, TOP, PICTURE, ROW * PICTURE_ROWS);
        if (photo == null) {
            page.cell(box, words.of("sheet.photo"), TextStyle.of(SIZE).centred());
        } else {
            page.frame(box);
            page.picture(box.inset(1), photo);
        }
    }

    private double applied(PdfPage page, double top, ApplicationSheet sheet) {
        var subject = sheet.application().about().subject();
        var held = sheet.application().form().certificates();
        var y =
                row(
                        page,
                        top,
                        18,
                        label(46, "sheet.held"),
                        value(30, lines(held, Held::occupation)),
                        label(14, "certificate.level"),
                        value(26, lines(held, one -> words.word(one.level()))),
                        label(30, "sheet.issued"),
                        value(
                                34,
                                lines(
                                        held,
                                        one -> one.issuer() + " " + words.word(one.issuedOn()))));
        return row(
                page,
                y,
                14,
                label(22, "sheet.occupation"),
                value(38, subject.occupation()),
                label(22, "sheet.level"),
                value(32, words.word(subject.level())),
                label(34, "sheet.years"),
                value(32, sheet.years()));
    }

    private double history(PdfPage page, double top, ApplicationSheet sheet) {
        return row(
                page,
                top,
                56,
                label(22, "sheet.history"),
                value(158, lines(sheet.application().form().history(), this::job)));
    }

    private String job(Job job) {
        var until = job.until();
        return (until == null
                        ? words.of("since", job.from().toString())
                        : job.from() + " – " + until)
                + "　"
                + job.employer()
                + "　"
                + job.post();
    }

    /** Filled in after the examination. */
    private double scores(PdfPage page, double top) {
        var y =
                row(
                        page,
                        top,
                        ROW,
                        label(22, "sheet.scores"),
                        label(22, FeeItem.THEORY),
                        value(30, ""),
                        label(22, FeeItem.SKILLS),
                        value(31, ""),
                        label(22, FeeItem.REVIEW),
                        value(31, ""));
        return row(page, y, ROW, label(22, "certificate.number"), value(158, ""));
    }

    private void opinions(PdfPage page, double top, List<Review> opinions) {
        var half = WIDTH / 2;
        var centre = new Box(LEFT, top, half, OPINION);
        opinion(page, centre, "sheet.centre", lines(opinions, this::opinion));
        opinion(page, new Box(LEFT + half, top, half, OPINION), "sheet.authority", "");
    }

    private String opinion(Review review) {
        return words.of("stage." + review.stage())
                + words.of("outcome." + review.outcome())
                + "　"
                + review.by().name()
                + "　"
                + LocalDate.ofInstant(review.by().at(), BusinessClock.ZONE);
    }

    private void opinion(PdfPage page, Box box, String title, String text) {
        var inner = box.inset(2);
        page.frame(box);
        page.text(new Box(inner.x(), inner.y(), inner.width(), 6), words.of(title), style(true));
        page.text(new Box(inner.x(), inner.y() + 8, inner.width(), 22), text, style(false));
        page.text(
                new Box(inner.x(), inner.bottom() - 6, inner.width(), 6),
                words.of("sheet.stamp"),
                style(false).toTheRight());
    }

    private static TextStyle style(boolean bold) {
        var plain = TextStyle.of(SIZE);
        return bold ? plain.asBold() : plain;
    }

    private static double row(PdfPage page, double top, double height, Field... fields) {
        var left = LEFT;
        for (var field : fields) {
            var style = style(field.label());
            page.cell(
                    new Box(left, top, field.width(), height),
                    field.text(),
                    field.label() ? style.centred() : style);
            left += field.width();
        }
        return top + height;
    }

    private String month(@Nullable LocalDate day) {
        return day == null ? "" : words.of("sheet.month", day.getYear(), day.getMonthValue());
    }

    private static <T> String lines(List<T> many, Function<T, String> line) {
        return many.stream().map(line).collect(Collectors.joining("\n"));
    }
}
