package cn.jiping.plan;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 人数不足的考试能改到哪天. */
@Component
class AnotherDayTopic implements DecisionTopic<AnotherDayTopic.Facts> {

    /** 改期的事实: the day of the session, when it is decided, and the day it is to be moved to. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate examOn,
            LocalDate decidedOn,
            LocalDate newDay) {}

    @Override
    public String name() {
        return "another-day";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(AnotherDayTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "examOn", "2021-10-23",
                "decidedOn", "2021-08-10",
                "newDay", "2021-10-30");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var rule =
                new AnotherDayRule(
                        book.in(facts.jurisdiction(), facts.decidedOn())
                                .require(AnotherDayTerms.class));
        var ruling = rule.judge(facts.examOn(), facts.decidedOn(), facts.newDay());
        var answer = Answer.of(ruling, facts.decidedOn());
        return ruling instanceof Ruling.Met
                ? answer.with("ticketFrom", rule.ticketFrom(facts.newDay()))
                        .with("ticketUntil", facts.newDay())
                : answer;
    }
}
