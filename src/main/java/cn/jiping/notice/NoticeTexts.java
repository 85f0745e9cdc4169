package cn.jiping.notice;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the texts of a draft. What was sent stays as it was, whatever becomes of the template. */
@Component
class NoticeTexts {
    private static final Locale LANGUAGE = Locale.CHINA;

    private final MessageSource messages;
    private final NoticeSettings settings;

    NoticeTexts(MessageSource messages, NoticeSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    record Written(String title, String body) {}

    Written write(NoticeDraft draft) {
        return new Written(text(draft, "title"), text(draft, "body"));
    }

    DeliveryStore.Waiting write(NoticeDraft draft, Written written, Channel channel) {
        var text =
                switch (channel) {
                    case EMAIL -> mail(draft, written);
                    case SMS -> text(draft, "sms");
                };
        return new DeliveryStore.Waiting(channel, draft.template().code(), written.title(), text);
    }

    String code(String code, long minutes) {
        return words("notice.code.sms", code, minutes);
    }

    private String mail(NoticeDraft draft, Written written) {
        var way =
                settings.site().isBlank()
                        ? words("notice.mail.way")
                        : words("notice.mail.link", settings.site() + draft.subject().path());
        return String.join("\n\n", List.of(written.body(), way, words("notice.mail.foot")));
    }

    private String text(NoticeDraft draft, String part) {
        var values =
                draft.arguments().stream().map(argument -> argument.written(this::words)).toArray();
        return words("notice." + draft.template().code() + "." + part, values);
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }
}
