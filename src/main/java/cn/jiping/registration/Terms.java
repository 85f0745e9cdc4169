package cn.jiping.registration;

import cn.jiping.plan.SessionDays;
import cn.jiping.plan.SessionWindow;
import cn.jiping.shared.Source;
import org.jspecify.annotations.Nullable;

/** 各步期限: until when an application may stay as it is, by the days of its session. */
record Terms(SessionDays days) {
    private static final Source BEFORE_THE_EXAM = new Source.Practice("公告没有写明这一步的截止日，最迟在考试前一天办完");
    private static final Source BEFORE_PAYMENT_ENDS = new Source.Practice("复审没有单独的截止日，最迟在缴费截止日办完");

    /** Null where nothing more is awaited, or the term is that of the payment. */
    @Nullable Term of(ApplicationStatus status, ReviewStage asking) {
        return switch (status) {
            case DRAFT -> of(SessionWindow.REGISTRATION);
            case FIRST_REVIEW -> of(ReviewStage.FIRST);
            case RETURNED -> of(asking);
            case SECOND_REVIEW -> of(ReviewStage.SECOND);
            case ADMITTED, CONFIRMED, REFUSED, LAPSED, WITHDRAWN -> null;
        };
    }

    Term of(ReviewStage stage) {
        return switch (stage) {
            case FIRST -> of(SessionWindow.FIRST_REVIEW);
            case SECOND ->
                    days.until(SessionWindow.PAYMENT) == null
                            ? of(SessionWindow.PAYMENT)
                            : new Term(of(SessionWindow.PAYMENT).until(), BEFORE_PAYMENT_ENDS);
        };
    }

    Term of(SessionWindow window) {
        var until = days.until(window);
        return until == null
                ? new Term(days.theoryOn().minusDays(1), BEFORE_THE_EXAM)
                : new Term(until, days.source());
    }
}
