package cn.jiping.registration;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.catalog.Province;
import cn.jiping.catalog.Standards;
import cn.jiping.catalog.StandardsTerms;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was typed to a question of a check, and knows what may be chosen. */
record AnswerReader(LawBook book) {
    /** An occupation that no document names; the general conditions apply to it. */
    static final String OTHER_OCCUPATION = "其他职业";

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    /** What may be chosen, in the order of the page; none where it is typed. */
    List<Object> choices(CheckQuestion question) {
        return switch (question) {
            case PLACE -> List.copyOf(Province.in(book));
            case LEVEL -> levels().map(Object.class::cast).toList();
            case CERTIFICATE -> withNone(levels());
            case EDUCATION -> withNone(Stream.of(Education.values()));
            case TITLE -> withNone(Stream.of(ProfessionalTitle.values()));
            case ENROLMENT -> List.of((Object[]) Enrolment.values());
            case APPRENTICESHIP, CERTIFICATE_KEPT, MAJOR, ASSESSED, TITLE_MATCHES, TITLE_KEPT ->
                    List.of(true, false);
            case OCCUPATION,
                    ON,
                    BORN_ON,
                    CERTIFICATE_ON,
                    CERTIFICATE_YEARS,
                    YEARS,
                    TITLE_ON,
                    TITLE_YEARS ->
                    List.of();
        };
    }

    /** Levels to which any edition of the standards has conditions, lowest first. */
    private Stream<SkillLevel> levels() {
        return book.entries(StandardsTerms.class, Jurisdiction.NATIONAL).stream()
                .flatMap(entry -> entry.terms().standards().stream())
                .flatMap(standard -> standard.conditions().stream())
                .map(condition -> condition.level())
                .distinct()
                .sorted();
    }

    private static List<Object> withNone(Stream<?> values) {
        return Stream.concat(values, Stream.of(EligibilityCheck.None.NONE))
                .map(Object.class::cast)
                .toList();
    }

    /** How a choice is written in an address. */
    static String written(Object choice) {
        return switch (choice) {
            case SkillLevel level -> level.code();
            case Province province -> province.jurisdiction().value();
            case Enum<?> constant -> constant.name();
            default -> choice.toString();
        };
    }

    /**
     * @throws InvalidInput naming the question if it is no answer to it
     */
    Object read(CheckQuestion question, Map<String, String> typed, GivenAnswers before) {
        var text = typed.getOrDefault(question.key(), "");
        return switch (question.kind()) {
            case OCCUPATION -> occupation(text);
            case CHOICE -> choice(question, text);
            case DATE -> date(question, text, before);
            case DURATION -> worked(question, text, typed.getOrDefault(question.monthsKey(), ""));
        };
    }

    private Object occupation(String text) {
        return text.equals(OTHER_OCCUPATION)
                ? EligibilityCheck.None.NONE
                : Catalogue.in(book)
                        .find(text)
                        .<Object>map(found -> found)
                        .orElseThrow(() -> fault(CheckQuestion.OCCUPATION, "occupation", text));
    }

    private Object choice(CheckQuestion question, String text) {
        return choices(question).stream()
                .filter(choice -> written(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> fault(question, "choice", text));
    }

    private LocalDate date(CheckQuestion question, String text, GivenAnswers before) {
        var day = day(text);
        if (day == null) {
            throw fault(question, "day", text);
        }
        if (question == CheckQuestion.ON) {
            requireStandard(before.province(), day);
        } else if (day.isAfter(before.on())) {
            throw fault(question, "later", before.on());
        }
        return day;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private void requireStandard(Province province, LocalDate on) {
        try {
            new Standards(book.in(province.jurisdiction(), on)).inForce();
        } catch (NoRule _) {
            throw fault(CheckQuestion.ON, "no-standard", province.name(), on);
        }
    }

    private static Worked worked(CheckQuestion question, String years, String months) {
        var both = Stream.of(years, months).map(part -> part.isEmpty() ? "0" : part).toList();
        var nothing = years.isEmpty() && months.isEmpty();
        if (nothing || !both.stream().allMatch(part -> NUMBER.matcher(part).matches())) {
            throw fault(question, "worked");
        }
        try {
            return new Worked(Integer.parseInt(both.getFirst()), Integer.parseInt(both.getLast()));
        } catch (IllegalArgumentException _) {
            throw fault(question, "worked");
        }
    }

    private static InvalidInput fault(CheckQuestion question, String what, Object... arguments) {
        return InvalidInput.of(question.key(), "check." + what, arguments);
    }
}
