package cn.jiping.score;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * 成绩通知: tells everybody of a city that the scores are published and what is next, piece by piece,
 * each piece a transaction of its own; begun again after a crash, nobody is told twice.
 */
@Component
class ScoreNotices {
    private static final Actor PROGRAM = Actor.program("score");
    private static final Locale LOCALE = Locale.CHINA;
    private static final int PIECE = 100;

    private final Notices notices;
    private final ScoreStore store;
    private final Results results;
    private final ExamSessions sessions;
    private final ReasonTexts texts;
    private final BusinessClock clock;
    private final MessageSource messages;

    ScoreNotices(
            Notices notices,
            ScoreStore store,
            Results results,
            ExamSessions sessions,
            ReasonTexts texts,
            BusinessClock clock,
            MessageSource messages) {
        this.notices = notices;
        this.store = store;
        this.results = results;
        this.sessions = sessions;
        this.texts = texts;
        this.clock = clock;
        this.messages = messages;
    }

    @Async
    @TransactionalEventListener
    void tell(ScoreEvent.Released event) {
        var view = sessions.find(PROGRAM, event.session());
        var all = store.listResults(Scope.all(), event.session(), event.city());
        for (var from = 0; from < all.size(); from += PIECE) {
            notices.send(
                    all.subList(from, Math.min(all.size(), from + PIECE)).stream()
                            .map(result -> draft(view, result))
                            .toList());
        }
    }

    private NoticeDraft draft(SessionView view, ResultView result) {
        var resit = result.passed() ? null : results.resitAfter(view, result, clock.today());
        return new NoticeDraft(
                new NoticeTemplate(
                        "score." + (result.passed() ? "passed" : resit == null ? "none" : "kept"),
                        NoticeCategory.DECISION,
                        Channel.EMAIL,
                        Channel.SMS),
                List.of(new Recipient.OfPerson(result.person())),
                List.of(
                        Argument.of(view.heading().title()),
                        Argument.of(result.occupation()),
                        Argument.of(resit == null ? "" : said(resit))),
                new NoticeSubject("result", result.examinee().toString(), "/my/scores"),
                "score/" + result.session() + "/" + result.examinee());
    }

    /** Such as: 合格科目成绩保留到2022年11月20日，可以补考（浙江 2021 通知 二(二)）. */
    private String said(Ruling resit) {
        var words =
                resit.reasons().stream()
                        .map(reason -> texts.text(reason, LOCALE))
                        .collect(Collectors.joining("，"));
        var clauses =
                resit.reasons().stream()
                        .map(Reason::source)
                        .distinct()
                        .map(this::cited)
                        .collect(Collectors.joining("、"));
        return words + "（" + clauses + "）";
    }

    private String cited(Source source) {
        return switch (source) {
            case Source.Clause(var document, var clause) ->
                    messages.getMessage("document." + document, null, document, LOCALE)
                            + " "
                            + clause;
            case Source.Practice(var why) -> why;
        };
    }
}
