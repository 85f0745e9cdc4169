package cn.jiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The result of one benchmark as Markdown: what was measured, on what, under which settings. */
final class Report {
    private final String name;
    private final ZonedDateTime begun = ZonedDateTime.now(ZoneOffset.UTC);
    private final String loadBefore = Machine.loadAverage();
    private final List<String> settings = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private boolean inTable;

    Report(String name) {
        this.name = name;
    }

    void setting(String setting) {
        settings.add(setting);
    }

    void add(Measured measured) {
        if (!inTable) {
            body.append('\n').append(Measured.HEADER);
            inTable = true;
        }
        body.append(measured.row()).append('\n');
        System.out.println(measured.row());
    }

    void heading(String heading) {
        inTable = false;
        body.append("\n## ").append(heading).append('\n');
        System.out.println("## " + heading);
    }

    void note(String note) {
        inTable = false;
        body.append('\n').append(note).append('\n');
        System.out.println(note);
    }

    Path writeInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        var day = begun.format(DateTimeFormatter.ISO_LOCAL_DATE);
        return Files.writeString(folder.resolve(day + "-" + name + ".md"), text());
    }

    private String text() {
        var text = new StringBuilder("# " + name + "\n\n");
        text.append("- begun %s, ended %s UTC\n".formatted(minute(begun), minute(now())));
        text.append("- machine: %s\n".formatted(Machine.described()));
        text.append(
                "- load average before: %s, after: %s\n"
                        .formatted(loadBefore, Machine.loadAverage()));
        settings.forEach(setting -> text.append("- ").append(setting).append('\n'));
        return text.append(body).toString();
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    private static String minute(ZonedDateTime at) {
        return at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    }
}
