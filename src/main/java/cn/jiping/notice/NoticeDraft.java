package cn.jiping.notice;

import java.util.List;

/**
 * 通知稿: what is to be told to whom. The key makes sending idempotent: whoever already has a message
 * under it gets no second one.
 */
public record NoticeDraft(
        NoticeTemplate template,
        List<Recipient> recipients,
        List<Argument> arguments,
        NoticeSubject subject,
        String key) {
    public NoticeDraft {
        recipients = List.copyOf(recipients);
        arguments = List.copyOf(arguments);
        if (key.isBlank()) {
            throw new IllegalArgumentException("A notice needs a key");
        }
    }
}
