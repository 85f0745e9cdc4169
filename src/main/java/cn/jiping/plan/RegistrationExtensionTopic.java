package cn.jiping.plan;

import cn.jiping.policy.Answer;
import cn.jiping.policy.Counting;
import cn.jiping.policy.CountingTerms;
import cn.jiping.policy.Deadline;
import cn.jiping.policy.DeadlineTerms;
import cn.jiping.policy.Deadlines;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 报名能否延长. */
@Component
class RegistrationExtensionTopic implements DecisionTopic<RegistrationExtensionTopic.Facts> {

    /** 延长报名的事实: the way and the day of the examination. */
    record Facts(@Default("33") Jurisdiction jurisdiction, ExamMode mode, LocalDate examOn) {}

    @Override
    public String name() {
        return "registration-extension";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(ExtensionTerms.class, DeadlineTerms.class, CountingTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "22", "mode", "DAILY", "examOn", "2017-05-13");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.examOn());
        var rule = new ExtensionRule(law.require(ExtensionTerms.class), Counting.under(law));
        if (!rule.allows(facts.mode())) {
            return Answer.of(Ruling.notMet(rule.refusal(facts.mode())), facts.examOn());
        }
        var closes =
                new Deadlines(book, facts.jurisdiction())
                        .due(Deadline.DAILY_REGISTRATION, facts.mode(), facts.examOn());
        var choices = rule.choices(closes.value());
        return Answer.of(new Ruling.Met(choices.reasons()), facts.examOn())
                .with("until", choices.value().getLast())
                .with("choices", choices.value());
    }
}
