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

/** 几点开考. */
@Component
class ExamTimesTopic implements DecisionTopic<ExamTimesTopic.Facts> {

    /** 开考时间的事实: which unified session. */
    record Facts(@Default("33") Jurisdiction jurisdiction, SessionCode session) {}

    @Override
    public String name() {
        return "exam-times";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(TimesTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "session", "2021-10");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        if (facts.session().equals(SessionCode.DAILY)) {
            throw InvalidInput.of("session", "exam.unified-session");
        }
        var month = facts.session().month();
        var law = book.in(facts.jurisdiction(), month).require(TimesTerms.class);
        var row =
                law.terms().sessions().stream()
                        .filter(one -> one.session().equals(facts.session()))
                        .findFirst()
                        .orElseThrow(() -> NoRule.of(facts.jurisdiction(), month));
        var reasons =
                List.of(
                        Reason.of(ExamReason.STARTS, law.source(), Subject.THEORY, row.theory()),
                        Reason.of(ExamReason.STARTS, law.source(), Subject.SKILLS, row.skills()),
                        Reason.of(ExamReason.STARTS, law.source(), Subject.REVIEW, row.review()));
        return Answer.of(reasons, month)
                .with("theory", row.theory())
                .with("skills", row.skills())
                .with("review", row.review());
    }
}
