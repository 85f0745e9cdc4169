package cn.jiping.exam;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 考场情况怎样处理. */
@Component
class ConductTopic implements DecisionTopic<ConductTopic.Facts> {

    /** 考场情况的事实: what happened, and how somebody was dealt with. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            String incident,
            @Nullable String handling) {}

    @Override
    public String name() {
        return "conduct";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(ConductTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2021-10-23",
                "incident", "携带违禁物品",
                "handling", "本科目成绩无效");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(ConductTerms.class);
        var kind =
                law.terms()
                        .kind(facts.incident())
                        .orElseThrow(() -> InvalidInput.of("incident", "exam.incident-kind"));
        var reasons = new ArrayList<Reason>();
        reasons.add(Reason.of(ExamReason.INCIDENT, law.source(), kind.name(), kind.about()));
        if (facts.handling() == null) {
            return Answer.of(List.copyOf(reasons), facts.on()).with("about", kind.about());
        }
        var handling =
                law.terms()
                        .handling(facts.handling())
                        .orElseThrow(() -> InvalidInput.of("handling", "exam.handling"));
        reasons.add(
                Reason.of(ExamReason.HANDLING, law.source(), handling.name(), handling.voids()));
        return Answer.of(List.copyOf(reasons), facts.on())
                .with("about", kind.about())
                .with("voids", handling.voids());
    }
}
