package cn.jiping.policy;

import cn.jiping.shared.ExamMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 期限计算. */
@Component
class DeadlineTopic implements DecisionTopic<DeadlineTopic.Facts> {

    /** 期限的事实: what is due, and the event from which it counts. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            Deadline what,
            @Nullable ExamMode mode,
            LocalDate event) {}

    @Override
    public String name() {
        return "deadline";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(DeadlineTerms.class, CountingTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "what", "answer-sheets-return",
                "mode", "UNIFIED",
                "event", "2021-10-23");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var due =
                new Deadlines(book, facts.jurisdiction())
                        .due(facts.what(), facts.mode(), facts.event());
        return Answer.of("due", due, facts.event());
    }
}
