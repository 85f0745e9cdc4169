package cn.jiping.policy;

import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 工作日推算. */
@Component
class WorkingDayTopic implements DecisionTopic<WorkingDayTopic.Facts> {

    /** 推算的事实: from which day, and how many working days on or, where negative, back. */
    record Facts(LocalDate from, @Within(min = -1000, max = 1000) int offset) {}

    @Override
    public String name() {
        return "working-day";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(CountingTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("from", "2021-10-23", "offset", "2");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        book.workingDays().isWorkingDay(facts.from());
        var counting = Counting.under(book.in(Jurisdiction.NATIONAL, facts.from()));
        var date = counting.offset(facts.from(), facts.offset());
        var code =
                switch (Integer.signum(facts.offset())) {
                    case 1 -> PolicyReason.WORKING_DAYS_AFTER;
                    case -1 -> PolicyReason.WORKING_DAYS_BEFORE;
                    default -> PolicyReason.SAME_DAY;
                };
        var reason =
                Reason.of(code, counting.source(), facts.from(), Math.abs(facts.offset()), date);
        return Answer.of(List.of(reason), facts.from()).with("date", date);
    }
}
