package cn.jiping.account.web;

import cn.jiping.account.TooManyTries;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 问题的文字: refusals and faults in the words of the page. */
@Component
class ProblemTexts {
    /** Refusals that are about what was typed in one field. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "account.wrong-password", "password",
                    "account.wrong-code", "code",
                    "account.user-name-taken", "username");

    /** The fields of the longest form as they stand on the page; others stay as they come. */
    private static final List<String> IN_ORDER =
            List.of(
                    "name",
                    "number",
                    "bornOn",
                    "sex",
                    "username",
                    "phone",
                    "home",
                    "role",
                    "place",
                    "division",
                    "body",
                    "from",
                    "until",
                    "reason");

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    Problems of(InvalidInput invalid) {
        var fields = new LinkedHashMap<String, String>();
        for (var fault : inOrder(invalid.faults())) {
            fields.merge(
                    fault.field(),
                    text("invalid." + fault.code(), fault.arguments().toArray()),
                    (one, other) -> one + "；" + other);
        }
        return new Problems(List.copyOf(fields.values()), fields);
    }

    private static List<InvalidInput.Fault> inOrder(List<InvalidInput.Fault> faults) {
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> IN_ORDER.indexOf(fault.field())))
                .toList();
    }

    Problems of(Refusal refusal) {
        var key = "refusal." + refusal.code();
        var arguments = refusal.arguments().toArray();
        var words = text(key, arguments) + between() + text(key + ".next", arguments);
        var field = FIELDS.get(refusal.code());
        return new Problems(List.of(words), field == null ? Map.of() : Map.of(field, words));
    }

    Problems of(TooManyTries tooMany) {
        return new Problems(
                List.of(text("page.account.too-many", spoken(tooMany.retryAfter()))), Map.of());
    }

    /** Chinese sentences follow each other without a space. */
    private static String between() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "" : " ";
    }

    private String spoken(Duration wait) {
        return wait.toSeconds() <= 90
                ? text("page.account.seconds", wait.toSeconds())
                : text("page.account.minutes", wait.plusSeconds(59).toMinutes());
    }

    String text(String key, Object... arguments) {
        return String.valueOf(
                messages.getMessage(key, arguments, "", LocaleContextHolder.getLocale()));
    }
}
