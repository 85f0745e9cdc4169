package cn.jiping.notice;

import java.util.Set;

/**
 * 通知模板: kept as a constant by the module that sends it. Its texts stand under {@code
 * notice.<code>.name} (what administrators see), {@code .title}, {@code .body} and, if it goes out
 * by SMS, {@code .sms}.
 */
public record NoticeTemplate(String code, NoticeCategory category, Set<Channel> channels) {
    public NoticeTemplate {
        channels = Set.copyOf(channels);
    }

    public NoticeTemplate(String code, NoticeCategory category, Channel... channels) {
        this(code, category, Set.of(channels));
    }
}
