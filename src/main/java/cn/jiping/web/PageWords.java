package cn.jiping.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.spring6.util.DetailedError;
import org.thymeleaf.spring6.util.FieldUtils;
import org.thymeleaf.standard.expression.Fragment;

/**
 * What templates write with, as {@code #jp}: dates as the country writes them, reasons and sources
 * in words, addresses of other pages of the same list.
 */
public final class PageWords {
    private static final DateTimeFormatter YEAR_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter ISO_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter MACHINE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern FIRST_NAME = Pattern.compile("[.\\[]");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int PAGES_AROUND = 2;
    private static final int[] SIZES = {20, 50, 100, 200};

    private final IExpressionContext context;
    private final MessageSource messages;
    private final @Nullable CitedLaw law;

    PageWords(IExpressionContext context, MessageSource messages, @Nullable CitedLaw law) {
        this.context = context;
        this.messages = messages;
        this.law = law;
    }

    /** 2024年9月1日. */
    public String day(LocalDate date) {
        return date.format(YEAR_DAY);
    }

    /** 9月1日, for dates whose year the page already says. */
    public String shortDay(LocalDate date) {
        return date.format(DAY);
    }

    /** 2024-09-01, for tables. */
    public String date(@Nullable Temporal when) {
        return switch (when) {
            case null -> "";
            case LocalDate date -> date.toString();
            case Instant instant -> local(instant).toLocalDate().toString();
            default -> when.toString();
        };
    }

    /** 2024-09-01 10:14, for what happened. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : local(instant).format(ISO_MINUTE);
    }

    /** The minute as an attribute value of {@code time} and of a datetime-local input. */
    public String machine(Temporal when) {
        return switch (when) {
            case Instant instant -> local(instant).format(MACHINE_MINUTE);
            case LocalDateTime time -> time.format(MACHINE_MINUTE);
            default -> when.toString();
        };
    }

    /** 2021-07-20 周二 09:30. */
    public String clock(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.CHINA));
    }

    /** 7月28日 24:00; with the year where it is not the current business year. */
    public String until(Instant instant) {
        var local = local(instant);
        var midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        var day = midnight ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        var time = midnight ? "24:00" : local.format(MINUTE);
        return (thisYear(day) ? shortDay(day) : day(day)) + " " + time;
    }

    private boolean thisYear(LocalDate day) {
        return context.getVariable(Shell.ATTRIBUTE) instanceof Shell shell
                && shell.now().getYear() == day.getYear();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BusinessClock.ZONE);
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

    /** The whole address of a path, as the person reached the platform. */
    public String address(String path) {
        var request = ((IWebContext) context).getExchange().getRequest();
        var usual = "https".equals(request.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        var port =
                Objects.equals(request.getServerPort(), usual) ? "" : ":" + request.getServerPort();
        return request.getScheme() + "://" + request.getServerName() + port + path;
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
        return switch (source) {
            case Source.Clause clause ->
                    messages.getMessage(
                                    "document." + clause.document(),
                                    null,
                                    clause.document(),
                                    context.getLocale())
                            + " "
                            + clause.clause();
            case Source.Practice practice -> practice.why();
        };
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
                case LocalDate date -> spoken[i] = day(date);
                case Instant instant -> spoken[i] = until(instant);
                default -> {}
            }
        }
        return spoken;
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
            case Fragment _ -> "fragment";
            default -> value.toString().isBlank() ? "none" : "text";
        };
    }

    /** What a form bound with {@code th:object} holds in the field, as typed, and what is wrong. */
    public Bound bound(String field) {
        var status = FieldUtils.getBindStatus(context, "*{" + field + "}");
        return status == null
                ? new Bound("", List.of())
                : new Bound(status.getDisplayValue(), List.of(status.getErrorMessages()));
    }

    /** What is wrong with the form in the order of its fields, the form as a whole last. */
    public List<DetailedError> inOrder(List<DetailedError> errors, Object form) {
        var fields = fields("", form.getClass()).toList();
        return errors.stream()
                .sorted(
                        Comparator.comparingInt((DetailedError error) -> place(error, fields))
                                .thenComparing(DetailedError::getFieldName)
                                .thenComparing(DetailedError::getMessage))
                .toList();
    }

    /** Paths of the fields of a form; those of a part stand in its place, after its own. */
    private static Stream<String> fields(String under, Class<?> form) {
        return Arrays.stream(form.getRecordComponents())
                .flatMap(field -> {
                    var path = under + field.getName();
                    return field.getType().isRecord()
                            ? Stream.concat(Stream.of(path), fields(path + ".", field.getType()))
                            : Stream.of(path);
                });
    }

    private static int place(DetailedError error, List<String> fields) {
        var place = fields.indexOf(error.getFieldName());
        if (place < 0) {
            place = fields.indexOf(FIRST_NAME.split(error.getFieldName(), 2)[0]);
        }
        return place < 0 ? fields.size() : place;
    }

    /** The ids of hint and error of a field, for {@code aria-describedby}. */
    public @Nullable String described(String field, @Nullable String hint, boolean wrong) {
        var ids = (hint == null ? "" : field + "-hint") + (wrong ? " " + field + "-error" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** What the browser may fill in by itself; nothing where it would be somebody else's data. */
    public @Nullable String autocomplete(String field, String type) {
        if (type.equals("password")) {
            return field.startsWith("new") ? "new-password" : "current-password";
        }
        return switch (field) {
            case "username" -> "username";
            case "code" -> "one-time-code";
            default -> type.equals("tel") ? "tel" : "off";
        };
    }

    public List<String> listed(@Nullable String error) {
        return error == null ? List.of() : List.of(text(error));
    }

    /** The page sizes a list offers, with the one in use. */
    public List<Integer> sizes(int inUse) {
        return IntStream.concat(IntStream.of(SIZES), IntStream.of(inUse))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** The same page in the other language. */
    public String language(String language) {
        var here = context.getVariable(Shell.ATTRIBUTE) instanceof Shell shell ? shell.here() : "/";
        return address(here, List.of("lang"), new Parameter("lang", language));
    }

    /** The address with all parameters of the list kept, such as its export. */
    public String same(String path) {
        return address(path, List.of("page", "size"), null);
    }

    /** The address of the same list with one parameter changed and all others kept. */
    public String with(String path, String parameter, Object value) {
        return address(
                path, List.of(parameter, "page"), new Parameter(parameter, value.toString()));
    }

    private String address(String path, List<String> but, @Nullable Parameter added) {
        var query =
                Stream.concat(
                                parameters(but.toArray(String[]::new)).stream(),
                                Stream.ofNullable(added))
                        .map(Parameter::encoded)
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /**
     * The parameters of the request that describe a list, for hidden inputs; without {@code but}.
     */
    public List<Parameter> parameters(String... but) {
        if (!(context instanceof IWebContext web) || !describesAList(web)) {
            return List.of();
        }
        var request = web.getExchange().getRequest();
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !List.of(but).contains(entry.getKey()))
                .flatMap(entry ->
                        List.of(entry.getValue()).stream()
                                .map(v -> new Parameter(entry.getKey(), v)))
                .toList();
    }

    /** How many of these filters the request uses. */
    public long given(String... names) {
        return parameters().stream()
                .filter(parameter -> List.of(names).contains(parameter.name()))
                .filter(parameter -> !parameter.value().isBlank())
                .count();
    }

    /** Only a GET has its parameters in the address; a form's fields must not get there. */
    private static boolean describesAList(IWebContext web) {
        var failed = web.getVariable(Shell.ATTRIBUTE) instanceof Shell shell && shell.failed();
        return !failed && "GET".equals(web.getExchange().getRequest().getMethod());
    }

    /** The page numbers to show; 0 stands for a gap. */
    public List<Integer> pageNumbers(int page, int pages) {
        var numbers = new ArrayList<Integer>();
        for (var n = 1; n <= pages; n++) {
            if (n == 1 || n == pages || Math.abs(n - page) <= PAGES_AROUND) {
                numbers.add(n);
            } else if (numbers.getLast() != 0) {
                numbers.add(0);
            }
        }
        return numbers;
    }

    /** A form field as bound: the value as typed, and the messages. */
    public record Bound(String value, List<String> errors) {
        public boolean wrong() {
            return !errors.isEmpty();
        }
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

    /** One name and value of the query. */
    public record Parameter(String name, String value) {
        String encoded() {
            return encode(name) + "=" + encode(value);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
