package cn.jiping.web;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.Fragment;

/** What templates write with, as {@code #jp}: texts, reasons and sources in words, and icons. */
public final class PageWords {
    private final IExpressionContext context;
    private final MessageSource messages;
    private final @Nullable CitedLaw law;
    private final PageDates dates;

    PageWords(IExpressionContext context, MessageSource messages, @Nullable CitedLaw law) {
        this.context = context;
        this.messages = messages;
        this.law = law;
        this.dates = new PageDates(context);
    }

    /** 2,134. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The text of a message key, or the text itself where there is no such key. */
    public String text(String keyOrText, Object... arguments) {
        var text = messages.getMessage(keyOrText, spoken(arguments), null, context.getLocale());
        return text == null ? keyOrText : text;
    }

    /** The text of a message key, or null where no module wrote one. */
    public @Nullable String optional(String key) {
        return messages.getMessage(key, null, null, context.getLocale());
    }

    /**
     * What the flash attribute {@code notice} says: a {@link Notice}, or a text that tells success.
     */
    public Told notice(Object notice) {
        return notice instanceof Notice given
                ? new Told(given.kind(), text(given.text(), given.arguments().toArray()))
                : new Told("ok", text(notice.toString()));
    }

    public String crumb(Crumb crumb) {
        return crumb.key() == null
                ? Objects.requireNonNullElse(crumb.text(), "")
                : text(crumb.key());
    }

    public String reason(Reason reason) {
        return text("reason." + reason.code().code(), reason.arguments().toArray());
    }

    /** The short name of the document and the clause; for a practice, why it was chosen. */
    public String cite(Source source) {
        return Citations.cite(source, messages, context.getLocale());
    }

    public boolean practice(Source source) {
        return source instanceof Source.Practice;
    }

    /** Where the source can be read; null where the law book does not hold it. */
    public @Nullable String law(Source source) {
        return law == null ? null : law.address(source).orElse(null);
    }

    private Object[] spoken(Object... arguments) {
        var spoken = arguments.clone();
        for (var i = 0; i < spoken.length; i++) {
            switch (spoken[i]) {
                case LocalDate date -> spoken[i] = dates.day(date);
                case Instant instant -> spoken[i] = dates.until(instant);
                case SkillLevel level -> spoken[i] = text("level." + level.name());
                case Enum<?> constant -> spoken[i] = word(constant);
                default -> {}
            }
        }
        return spoken;
    }

    /** The word of a constant, where a module wrote one. */
    private Object word(Enum<?> constant) {
        var word =
                optional(
                        "word."
                                + constant.getDeclaringClass().getSimpleName()
                                + "."
                                + constant.name());
        return word == null ? constant : word;
    }

    /** What a ruling looks like. */
    public Verdict verdict(Ruling ruling) {
        var sources = ruling.reasons().stream().map(Reason::source).distinct().toList();
        return switch (ruling) {
            case Ruling.Met _ ->
                    new Verdict(
                            "ok", "circle-check", "check", "web.ruling.met", sources, List.of());
            case Ruling.NotMet _ ->
                    new Verdict("no", "circle-x", "x", "web.ruling.not-met", sources, List.of());
            case Ruling.Undecided undecided ->
                    new Verdict(
                            "warn",
                            "alert-triangle",
                            "help-circle",
                            "web.ruling.undecided",
                            sources,
                            undecided.missingFacts().stream()
                                    .sorted()
                                    .map(fact -> text("fact." + fact))
                                    .toList());
        };
    }

    /** The icon of a state, so that colour is never alone. */
    public String icon(String kind) {
        return switch (kind) {
            case "ok" -> "check";
            case "no" -> "x";
            case "warn" -> "alert-triangle";
            case "info" -> "progress";
            default -> "minus";
        };
    }

    public String noticeIcon(String kind) {
        return switch (kind) {
            case "ok" -> "circle-check";
            case "no" -> "circle-x";
            case "warn" -> "alert-triangle";
            default -> "info-circle";
        };
    }

    /** How the cell of an answer bar is to be written. */
    public String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Due _ -> "due";
            case Source _ -> "source";
            case Collection<?> _ -> "sources";
            case Fragment _ -> "fragment";
            default -> value.toString().isBlank() ? "none" : "text";
        };
    }

    public List<String> listed(@Nullable String error) {
        return error == null ? List.of() : List.of(text(error));
    }

    /** A notice in words. */
    public record Told(String kind, String text) {}

    /** A ruling's look: colour, icons, word, its sources once each, and the facts it lacks. */
    public record Verdict(
            String kind,
            String icon,
            String mark,
            String key,
            List<Source> sources,
            List<String> missing) {}
}
