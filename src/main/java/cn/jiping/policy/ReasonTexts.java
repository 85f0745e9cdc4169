package cn.jiping.policy;

import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 理由说明: reasons in plain words; the text of a code stands under {@code reason.<code>}. */
@Component
public class ReasonTexts {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final MessageSource messages;

    ReasonTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String text(Reason reason, Locale locale) {
        var arguments = reason.arguments().stream().map(a -> word(a, locale)).toArray();
        return messages.getMessage("reason." + reason.code().code(), arguments, locale);
    }

    /** A value as a sentence says it; enums by {@code word.<Type>.<NAME>}. */
    public String word(Object value, Locale locale) {
        return switch (value) {
            case LocalDate day -> DAY.format(day);
            case SkillLevel level -> messages.getMessage("level." + level.name(), null, locale);
            case Period period -> period(period, locale);
            case Enum<?> constant -> messages.getMessage(key(constant), null, locale);
            case Collection<?> many ->
                    many.stream().map(one -> word(one, locale)).collect(Collectors.joining("、"));
            default -> String.valueOf(value);
        };
    }

    /**
     * A value as a table says it: numbers and days in figures, all else by its word if it has one.
     */
    String cell(Object value, Locale locale) {
        return switch (value) {
            case LocalDate day -> day.toString();
            case BigDecimal number -> number.toPlainString();
            case Boolean holds -> messages.getMessage(holds ? "law.yes" : "law.no", null, locale);
            case Record code when Scalars.isText(code.getClass()) -> Scalars.text(code);
            case Enum<?> constant when nameless(constant, locale) -> Scalars.written(constant);
            default -> word(value, locale);
        };
    }

    private boolean nameless(Enum<?> constant, Locale locale) {
        return !(constant instanceof SkillLevel)
                && messages.getMessage(key(constant), null, null, locale) == null;
    }

    private static String key(Enum<?> constant) {
        return "word." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    private String period(Period period, Locale locale) {
        var words = new StringBuilder();
        part(words, "word.period.years", period.getYears(), locale);
        part(words, "word.period.months", period.getMonths(), locale);
        part(words, "word.period.days", period.getDays(), locale);
        return words.toString();
    }

    private void part(StringBuilder words, String key, int count, Locale locale) {
        if (count != 0) {
            words.append(messages.getMessage(key, new Object[] {String.valueOf(count)}, locale));
        }
    }
}
