package cn.jiping.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 重判结果表: differences as the rows of a workbook, and verdicts in words. */
@Component
public class ReplaySheet {
    private static final List<String> COLUMNS =
            List.of(
                    "about",
                    "topic",
                    "division",
                    "as-of",
                    "kind",
                    "was",
                    "was-why",
                    "becomes",
                    "becomes-why",
                    "facts");

    private final MessageSource messages;

    ReplaySheet(MessageSource messages) {
        this.messages = messages;
    }

    public List<String> headers() {
        return COLUMNS.stream().map(column -> text("law.replay.column." + column)).toList();
    }

    public String title() {
        return text("law.replay.sheet");
    }

    public List<Object> row(ReplayDifference difference) {
        var division = difference.division();
        var asOf = difference.asOf();
        return List.of(
                difference.about().id(),
                difference.topic(),
                division == null ? "" : division.value(),
                asOf == null ? "" : asOf,
                text("law.replay.kind." + difference.kind()),
                conclusion(difference.was()),
                grounds(difference.was()),
                conclusion(difference.becomes()),
                grounds(difference.becomes()),
                difference.facts());
    }

    /** What was decided, in short. */
    public String conclusion(Verdict verdict) {
        var problem = verdict.problem();
        if (problem != null) {
            return text("law.verdict.nothing");
        }
        var allowed = verdict.allowed();
        var yes =
                allowed == null
                        ? Stream.<String>empty()
                        : Stream.of(text("law.verdict." + allowed));
        var values =
                verdict.outcome().entrySet().stream()
                        .map(entry -> name(entry.getKey()) + " " + entry.getValue());
        return Stream.concat(yes, values).collect(Collectors.joining("；"));
    }

    /** The reasons with their clauses. */
    public String grounds(Verdict verdict) {
        return verdict.reasons().stream()
                .map(why -> why.text() + "（" + LawValues.told(why.source()) + "）")
                .collect(Collectors.joining("；"));
    }

    /** What an outcome is called; its own name where nobody gave it one. */
    private String name(String outcome) {
        return String.valueOf(
                messages.getMessage("outcome." + outcome, null, outcome, Locale.CHINA));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
