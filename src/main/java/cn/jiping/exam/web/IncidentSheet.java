package cn.jiping.exam.web;

import cn.jiping.exam.Incident;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 考场情况表: incidents as rows of a workbook. */
@Component
class IncidentSheet {
    private static final List<String> HEADERS =
            List.of(
                    "city", "at", "room", "sitting", "about", "kind", "what", "done", "people",
                    "state", "by");

    private final MessageSource messages;

    IncidentSheet(MessageSource messages) {
        this.messages = messages;
    }

    List<String> headers() {
        return HEADERS.stream().map(key -> text("page.exam.incident." + key)).toList();
    }

    List<Object> row(String city, Incident one) {
        var where = one.where();
        var sitting = where.sitting();
        return List.of(
                city,
                Moments.written(one.at()),
                where.room() == null ? text("page.exam.incident.site") : where.roomName(),
                sitting == null ? "" : text("word.Sitting." + sitting),
                text("word.About." + one.kind().about()),
                one.kind().name(),
                one.what(),
                one.done(),
                people(one),
                text("page.exam.incident." + (one.corrected() ? "corrected" : "stands")),
                one.by().name());
    }

    /** Who was involved, with how they were dealt with. */
    static String people(Incident one) {
        return one.people().stream()
                .map(who -> (who.name() + " " + who.ticket() + " " + who.handling()).strip())
                .collect(Collectors.joining("；"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
