package cn.jiping.exam;

import cn.jiping.plan.SessionCode;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 几点可以签到. */
@Component
class CheckInTopic implements DecisionTopic<CheckInTopic.Facts> {

    /** 签到时间的事实: which subject of which unified session. */
    record Facts(@Default("33") Jurisdiction jurisdiction, SessionCode session, Subject subject) {}

    @Override
    public String name() {
        return "check-in";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(CheckInTerms.class, TimesTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "session", "2021-10", "subject", "theory");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        if (facts.session().equals(SessionCode.DAILY)) {
            throw InvalidInput.of("session", "exam.unified-session");
        }
        var month = facts.session().month();
        var law = book.in(facts.jurisdiction(), month);
        var times = law.require(TimesTerms.class);
        var starts =
                times.terms()
                        .of(facts.session(), facts.subject())
                        .orElseThrow(() -> NoRule.of(facts.jurisdiction(), month));
        var checkIn = law.require(CheckInTerms.class);
        var rule = new CheckInRule(checkIn);
        var reasons =
                List.of(
                        Reason.of(ExamReason.STARTS, times.source(), facts.subject(), starts),
                        Reason.of(
                                ExamReason.CHECK_IN,
                                checkIn.source(),
                                rule.from(starts),
                                rule.until(starts)));
        return Answer.of(reasons, month)
                .with("from", rule.from(starts))
                .with("starts", starts)
                .with("until", rule.until(starts));
    }
}
