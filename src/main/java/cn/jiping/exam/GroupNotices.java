package cn.jiping.exam;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a candidate that the examination is held elsewhere or on another day, and why. */
@Component
class GroupNotices {
    private static final Locale LOCALE = Locale.CHINA;

    private final Notices notices;
    private final GroupLimits limits;
    private final MessageSource messages;

    GroupNotices(Notices notices, GroupLimits limits, MessageSource messages) {
        this.notices = notices;
        this.limits = limits;
        this.messages = messages;
    }

    void tell(SessionView view, Entry entry, ChangedExam changed) {
        var law = limits.of(view).orElseThrow();
        notices.send(
                new NoticeDraft(
                        new NoticeTemplate(
                                "exam." + code(changed.measure()),
                                NoticeCategory.DECISION,
                                Channel.EMAIL,
                                Channel.SMS),
                        List.of(new Recipient.OfPerson(entry.person())),
                        List.of(
                                Argument.of(view.heading().title()),
                                Argument.of(entry.occupation()),
                                Argument.of(changed.home().name()),
                                Argument.of(law.terms().threshold()),
                                Argument.of(clause(law.source())),
                                where(changed.measure()),
                                Argument.of(changed.withdrawUntil())),
                        new NoticeSubject(
                                "application",
                                entry.id().toString(),
                                "/my/applications/" + entry.id()),
                        "exam/small-group/"
                                + entry.session()
                                + "/"
                                + entry.id()
                                + "/"
                                + changed.toldAt()));
    }

    private static String code(GroupMeasure measure) {
        return measure instanceof GroupMeasure.Pool ? "pooled" : "moved";
    }

    private static Argument where(GroupMeasure measure) {
        return switch (measure) {
            case GroupMeasure.Pool(var to) -> Argument.of(to.name());
            case GroupMeasure.Move(var to) -> Argument.of(to);
        };
    }

    private String clause(Source source) {
        return switch (source) {
            case Source.Clause(var document, var clause) ->
                    messages.getMessage("document." + document, null, document, LOCALE)
                            + " "
                            + clause;
            case Source.Practice(var why) -> why;
        };
    }

    /** The same in one sentence for the candidate's pages. */
    String said(SessionView view, ChangedExam changed) {
        var law = limits.of(view).orElseThrow();
        Object[] values = {
            changed.home().name(),
            law.terms().threshold(),
            where(changed.measure()).written(key -> key)
        };
        return messages.getMessage("exam.changed." + code(changed.measure()), values, LOCALE);
    }
}
