package cn.jiping.registration.web;

import cn.jiping.catalog.Occupation;
import cn.jiping.catalog.Province;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.registration.ApplicantFact;
import cn.jiping.registration.CheckQuestion;
import cn.jiping.registration.EligibilityCheck;
import cn.jiping.registration.EligibilityCheck.Step;
import cn.jiping.registration.Lack;
import cn.jiping.registration.Worked;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The questions, answers and results of a check in plain words. */
@Component
class CheckWords {
    private static final Locale LOCALE = Locale.CHINA;
    private static final ApplicantFact WORK = ApplicantFact.YEARS_IN_OCCUPATION;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final MessageSource messages;
    private final ReasonTexts texts;

    CheckWords(MessageSource messages, ReasonTexts texts) {
        this.messages = messages;
        this.texts = texts;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LOCALE);
    }

    private @Nullable String optional(String key, Object... arguments) {
        return messages.getMessage(key, arguments, null, LOCALE);
    }

    /** The question, with the occupation and certificate or title that were named before. */
    String question(CheckQuestion question, List<Step> before) {
        return text("check." + question.key(), subject(before), held(before));
    }

    @Nullable String hint(CheckQuestion question, List<Step> before) {
        return optional("check." + question.key() + ".hint", subject(before), held(before));
    }

    private String subject(List<Step> before) {
        return value(before, CheckQuestion.OCCUPATION)
                .filter(Occupation.class::isInstance)
                .map(value -> ((Occupation) value).name())
                .orElseGet(() -> text("check.this-occupation"));
    }

    private String held(List<Step> before) {
        return value(before, CheckQuestion.TITLE)
                .or(() -> value(before, CheckQuestion.CERTIFICATE))
                .map(value -> texts.word(value, LOCALE))
                .orElse("");
    }

    static Optional<Object> value(List<Step> steps, CheckQuestion question) {
        return steps.stream()
                .filter(step -> step.question() == question)
                .map(Step::value)
                .filter(value -> value != EligibilityCheck.None.NONE)
                .findFirst();
    }

    String label(CheckQuestion question) {
        return text("check." + question.key() + ".label");
    }

    String answer(Step step) {
        return choice(step.question(), step.value());
    }

    /** A choice, or any other answer, as the page says it. */
    String choice(CheckQuestion question, Object value) {
        return switch (value) {
            case Boolean yes -> text("check." + question.key() + "." + yes);
            case EligibilityCheck.None _ -> text("check." + question.key() + ".NONE");
            case Province province -> province.name();
            case Occupation occupation -> occupation.name();
            case Worked worked -> worked(worked.years() * 12L + worked.months());
            default -> texts.word(value, LOCALE);
        };
    }

    private String worked(long months) {
        return months % 12 == 0
                ? text("check.worked.years", months / 12)
                : months < 12
                        ? text("check.worked.months", months)
                        : text("check.worked", months / 12, months % 12);
    }

    String fault(InvalidInput.Fault fault) {
        return text(
                "invalid." + fault.code(),
                fault.arguments().stream().map(each -> texts.word(each, LOCALE)).toArray());
    }

    String missing() {
        return text("invalid.check.missing");
    }

    /** What lacks for a condition: time until a day, or something that is not there. */
    String lack(Lack lack) {
        var needed = lack.needed() == null ? "" : texts.word(lack.needed(), LOCALE);
        var from = lack.from();
        if (from == null) {
            return text("check.lack." + fact(lack), needed);
        }
        var day = texts.word(from, LOCALE);
        return lack.years() == null
                ? text("check.later." + lack.fact().name(), needed, day)
                : text(
                        "check.later." + lack.fact().name(),
                        needed,
                        day,
                        worked(left(lack.years())));
    }

    /** Years of work are either so many or any at all. */
    private static String fact(Lack lack) {
        return lack.needed() instanceof Boolean any && any && lack.fact() == WORK
                ? lack.fact().name() + ".any"
                : lack.fact().name();
    }

    private static long left(BigDecimal years) {
        var months = years.multiply(MONTHS).setScale(2, RoundingMode.HALF_UP);
        return months.setScale(0, RoundingMode.CEILING).longValue();
    }

    String reason(Reason reason) {
        return texts.text(reason, LOCALE);
    }

    String word(Object value) {
        return texts.word(value, LOCALE);
    }
}
