package cn.jiping.exam;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 考多长时间. */
@Component
class ExamDurationTopic implements DecisionTopic<ExamDurationTopic.Facts> {

    /** 考试时长的事实: what is examined, how, and on which day. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            SkillLevel level,
            Subject subject,
            ExamMode mode) {}

    @Override
    public String name() {
        return "exam-duration";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(DurationTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "22",
                "on", "2017-06-10",
                "level", "3",
                "subject", "theory",
                "mode", "DAILY");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var row =
                book
                        .in(facts.jurisdiction(), facts.on())
                        .require(DurationTerms.class)
                        .terms()
                        .rows()
                        .stream()
                        .filter(one -> one.isFor(facts.mode(), facts.level(), facts.subject()))
                        .findFirst()
                        .orElseThrow(() -> NoRule.of(facts.jurisdiction(), facts.on()));
        var minutes = row.minutes();
        var reason =
                minutes != null
                        ? Reason.of(
                                ExamReason.LASTS,
                                row.source(),
                                facts.subject(),
                                facts.level(),
                                minutes)
                        : Reason.of(
                                ExamReason.DECIDED_BY,
                                row.source(),
                                facts.subject(),
                                Objects.requireNonNull(row.by()));
        return Answer.of(List.of(reason), facts.on()).with("minutes", minutes).with("by", row.by());
    }
}
