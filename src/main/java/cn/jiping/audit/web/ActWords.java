package cn.jiping.audit.web;

import cn.jiping.audit.ActView;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.web.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** What an act is called on pages and in exports. */
@Component
class ActWords {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String PROGRAM = Actor.program("").from();
    private static final List<String> COLUMNS =
            List.of(
                    "recorded-at",
                    "business-at",
                    "actor",
                    "role",
                    "place",
                    "from",
                    "act",
                    "code",
                    "subject",
                    "division",
                    "body",
                    "changes",
                    "reason",
                    "erased",
                    "id");

    private static final Pattern ACT = Pattern.compile("act\\.((?!subject\\.|field\\.)[^.]+\\..+)");
    private static final Pattern SUBJECT = Pattern.compile("act\\.subject\\.([^.]+)");
    private static final List<String> KNOWN = keys(ACT);
    private static final List<String> SUBJECTS = keys(SUBJECT);

    /** Fields of changes that say what the subject is called, the plainest first. */
    private static final List<String> NAMES = List.of("name", "title", "userName", "number");

    private final MessageSource messages;

    ActWords(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String named(String key, @Nullable String otherwise) {
        var known = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return known == null ? "" : known;
    }

    /** The name of the act; its code where the module gave none. */
    public String act(String code) {
        return named("act." + code, code);
    }

    public String role(@Nullable String role) {
        return role == null ? "" : named("role." + role, role);
    }

    /** Every act that a module named, by its name; also what was asked for, such as a beginning. */
    List<Choice> acts(@Nullable String asked) {
        return choices(KNOWN, asked, this::act);
    }

    /** Every kind of subject that a module named, and what was asked for. */
    List<Choice> subjects(@Nullable String asked) {
        return choices(SUBJECTS, asked, this::subject);
    }

    private static List<Choice> choices(
            List<String> codes, @Nullable String asked, UnaryOperator<String> name) {
        var other =
                Stream.ofNullable(asked).filter(code -> !code.isBlank() && !codes.contains(code));
        return Stream.concat(other, codes.stream())
                .map(code -> new Choice(code, name.apply(code)))
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.CHINA)))
                .toList();
    }

    private static List<String> keys(Pattern pattern) {
        try {
            var codes = new TreeSet<String>();
            for (var texts :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*.properties")) {
                PropertiesLoaderUtils.loadProperties(texts).stringPropertyNames().stream()
                        .map(pattern::matcher)
                        .filter(Matcher::matches)
                        .forEach(act -> codes.add(act.group(1)));
            }
            return List.copyOf(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the act was done to; the type itself where it has no name. */
    public String subject(String type) {
        return named("act.subject." + type, type);
    }

    /** What the subject is called, where the act itself tells it. */
    public @Nullable String subjectName(ActView act) {
        return NAMES.stream()
                .flatMap(field ->
                        act.content().changes().stream()
                                .filter(change -> change.field().equals(field)))
                .map(change -> change.after() == null ? change.before() : change.after())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The name of a changed value; each part between dots that has no name stays as it is. */
    public String field(String field) {
        return Arrays.stream(field.split("\\.", -1))
                .map(part -> named("act.field." + part, part))
                .collect(Collectors.joining(" "));
    }

    /** Who did it; the program where no account did, and that it was erased where it was. */
    public String actor(ActView act) {
        var name = act.doer().name();
        if (name == null) {
            return text("page.audit.act.erased-name");
        }
        if (name.isEmpty()) {
            return text("page.audit.act.anybody");
        }
        return act.doer().account() == null ? text("page.audit.act.program", name) : name;
    }

    /** From where; from within, where the program did it by itself. */
    public String from(String from) {
        return PROGRAM.equals(from) ? text("page.audit.act.within") : from;
    }

    public String second(Instant instant) {
        return SECOND.format(ZonedDateTime.ofInstant(instant, BusinessClock.ZONE));
    }

    List<String> headers() {
        return COLUMNS.stream().map(column -> text("page.audit.column." + column)).toList();
    }

    List<?> cells(ActView act) {
        var erasure = act.content().erasure();
        return Arrays.<@Nullable Object>asList(
                second(act.recordedAt()),
                second(act.businessAt()),
                actor(act),
                role(act.doer().role()),
                act.doer().place(),
                act.doer().from(),
                act(act.code()),
                act.code(),
                subject(act.subject().type()) + " " + act.subject().id(),
                act.subject().division(),
                act.subject().body(),
                act.content().changes().stream().map(this::change).collect(Collectors.joining("；")),
                act.content().reason(),
                erasure == null ? null : erasure.term(),
                act.id().toString());
    }

    private String change(ActView.Change change) {
        return field(change.field())
                + "："
                + orNothing(change.before())
                + " → "
                + orNothing(change.after());
    }

    private String orNothing(@Nullable String value) {
        return value == null ? text("page.audit.act.nothing") : value;
    }
}
