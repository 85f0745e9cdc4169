package cn.jiping.plan;

import cn.jiping.policy.InForce;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.Reason;
import java.util.ArrayList;
import java.util.List;

/** 统一鉴定批次: one session of a place, its days, and what they rest on. */
record SessionCalendar(InForce<CalendarTerms> law, CalendarTerms.UnifiedSession session) {

    /**
     * @throws NoRule if the place has no such session
     */
    static SessionCalendar of(LawBook book, Jurisdiction jurisdiction, SessionCode code) {
        var law = book.in(jurisdiction, code.month()).require(CalendarTerms.class);
        return law.terms().sessions().stream()
                .filter(one -> one.session().equals(code))
                .findFirst()
                .map(one -> new SessionCalendar(law, one))
                .orElseThrow(() -> NoRule.of(jurisdiction, code.month()));
    }

    List<Reason> reasons() {
        var windows = session.windows();
        var source = session.source();
        var reasons = new ArrayList<Reason>();
        reasons.add(
                Reason.of(
                        PlanReason.REGISTRATION_OPEN,
                        source,
                        windows.opensOn(),
                        windows.closesOn()));
        if (windows.reviewUntil() != null) {
            reasons.add(Reason.of(PlanReason.REVIEW_UNTIL, source, windows.reviewUntil()));
        }
        if (windows.payUntil() != null) {
            reasons.add(Reason.of(PlanReason.PAY_UNTIL, source, windows.payUntil()));
        }
        if (windows.ticketFrom() != null && windows.ticketUntil() != null) {
            reasons.add(
                    Reason.of(
                            PlanReason.TICKETS,
                            source,
                            windows.ticketFrom(),
                            windows.ticketUntil()));
        }
        reasons.add(Reason.of(PlanReason.EXAM_ON, law.source(), session.examOn()));
        return reasons;
    }
}
