package cn.jiping.registration.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import cn.jiping.territory.Division;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 代报同意书: what somebody signs at the counter before they are registered. */
@Component
class ConsentPaper {
    private static final double LEFT = 25;
    private static final double WIDTH = 160;
    private static final double ROW = 14;
    private static final List<String> LINES = List.of("name", "document", "signed", "day", "clerk");

    private final ApplicationPage page;
    private final BusinessClock clock;

    ConsentPaper(ApplicationPage page, BusinessClock clock) {
        this.page = page;
        this.clock = clock;
    }

    /**
     * @param version of the text that is signed
     */
    void write(OutputStream out, String version, List<Division> counties) throws IOException {
        Pdf.write(out, said("title"), clock.now(), pdf -> draw(pdf.page(), version, counties));
    }

    private void draw(PdfPage paper, String version, List<Division> counties) {
        var place = counties.stream().map(Division::name).collect(Collectors.joining("、"));
        paper.text(
                new Box(LEFT, 25, WIDTH, 14), said("title"), TextStyle.of(22).asBold().centred());
        paper.text(new Box(LEFT, 42, WIDTH, 8), place, TextStyle.of(12).centred());
        var top =
                paper.text(
                                new Box(LEFT, 58, WIDTH, 110),
                                page.text("registration.consent." + version),
                                TextStyle.of(13).spaced(1.9))
                        + 14;
        for (var line : LINES) {
            paper.text(new Box(LEFT, top, 48, ROW), said(line), TextStyle.of(12.5).middle());
            paper.line(LEFT + 48, top + ROW - 3, LEFT + WIDTH, top + ROW - 3);
            top += ROW;
        }
        paper.text(
                new Box(LEFT, 275, WIDTH, 6),
                page.text("page.registration.counter.consent.version", version),
                TextStyle.of(9));
    }

    private String said(String key) {
        return page.text("page.registration.counter.consent." + key);
    }
}
