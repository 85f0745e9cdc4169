package cn.jiping.plan;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 统一鉴定日历. */
@Component
class ExamCalendarTopic implements DecisionTopic<ExamCalendarTopic.Facts> {

    /** 日历的事实: whose calendar, and as of which day. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on) {}

    @Override
    public String name() {
        return "exam-calendar";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(CalendarTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "22", "on", "2017-03-01");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(CalendarTerms.class);
        var terms = law.terms();
        var resitOn = new EnumMap<ExamMode, LocalDate>(ExamMode.class);
        terms.resits().forEach(resit -> resitOn.put(resit.mode(), resit.day()));
        var answer =
                Answer.of(
                                List.of(
                                        Reason.of(
                                                PlanReason.USUAL_MONTHS,
                                                law.source(),
                                                terms.months())),
                                facts.on())
                        .with("months", terms.months())
                        .with(
                                "sessions",
                                terms.sessions().stream().map(s -> s.session().value()).toList())
                        .with("resitOn", resitOn.isEmpty() ? null : resitOn);
        return answer.because(
                terms.resits().stream()
                        .map(r -> Reason.of(PlanReason.RESIT_ON, r.source(), r.mode(), r.day()))
                        .toArray(Reason[]::new));
    }
}
