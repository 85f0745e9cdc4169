package cn.jiping.certificate;

import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 证书版面: one page of A4 for each certificate. */
final class CertificatePaper {
    private static final Box FRAME = PdfPage.A4.inset(14);
    private static final Box TITLE = new Box(25, 40, 160, 20);
    private static final Box PHOTO = new Box(150, 72, 30, 42);
    private static final Box SAYING = new Box(30, 74, 112, 42);
    private static final Box FIRST_LABEL = new Box(30, 128, 36, 8);
    private static final Box FIRST_VALUE = new Box(68, 128, 112, 8);
    private static final double ROW = 10;
    private static final Box CODE = new Box(30, 215, 34, 34);
    private static final Box ISSUER = new Box(95, 226, 85, 8);
    private static final Box DAY = new Box(95, 236, 85, 8);
    private static final Box FOOT = new Box(25, 263, 160, 12);
    private static final Box AGAIN = new Box(30, 252, 150, 6);

    private final Words words;
    private final CertificateSettings settings;

    CertificatePaper(Words words, CertificateSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    /** The printed words. */
    interface Words {
        String of(String key, Object... arguments);
    }

    void draw(Pdf pdf, CertificateFacts facts, byte @Nullable [] photo) {
        var page = pdf.page();
        page.frame(FRAME, 0.6);
        page.frame(FRAME.inset(2), 0.25);
        page.text(TITLE, words.of("title"), TextStyle.of(32).asBold().centred());
        photo(page, photo);
        page.text(SAYING, saying(facts), TextStyle.of(14).spaced(2));
        facts(page, facts);
        var address = settings.verification(facts.issue().token());
        page.qr(CODE, address);
        page.text(ISSUER, facts.issue().issuer().name(), TextStyle.of(13).centred());
        page.text(DAY, day(facts.issue().on()), TextStyle.of(13).centred());
        if (facts.issue().edition() > 1) {
            page.text(AGAIN, words.of("again", facts.issue().edition() - 1), TextStyle.of(9));
        }
        page.text(
                FOOT, words.of("foot", settings.address() + "/verify"), TextStyle.of(9).centred());
    }

    private void photo(PdfPage page, byte @Nullable [] photo) {
        if (photo == null) {
            page.cell(PHOTO, words.of("photo"), TextStyle.of(10).centred());
        } else {
            page.picture(PHOTO, photo);
        }
    }

    private String saying(CertificateFacts facts) {
        return "　　"
                + words.of(
                        "saying",
                        facts.holder().name(),
                        facts.skill().occupation(),
                        words.of("level." + facts.skill().level()));
    }

    private void facts(PdfPage page, CertificateFacts facts) {
        var row = 0;
        for (var fact : printed(facts)) {
            var down = ROW * row++;
            page.text(FIRST_LABEL.down(down), words.of(fact.label()), TextStyle.of(12).middle());
            page.text(FIRST_VALUE.down(down), fact.value(), TextStyle.of(12).middle());
        }
    }

    /** One line of the list. */
    private record Fact(String label, String value) {}

    private List<Fact> printed(CertificateFacts facts) {
        var document = facts.holder().document();
        return List.of(
                new Fact("name", facts.holder().name()),
                new Fact("kind", words.of("kind." + document.kind())),
                new Fact("document", document.number()),
                new Fact("occupation", facts.skill().occupation()),
                new Fact("level", words.of("level." + facts.skill().level())),
                new Fact("session", facts.session().title()),
                new Fact("number", facts.issue().number()));
    }

    private String day(LocalDate on) {
        return words.of("day", on.getYear(), on.getMonthValue(), on.getDayOfMonth());
    }
}
