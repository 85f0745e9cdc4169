package cn.jiping.exam;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 要设几个考场. */
@Component
class ExamRoomsTopic implements DecisionTopic<ExamRoomsTopic.Facts> {

    /** 考场数的事实: how many sit for theory at one site. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on, @Within int candidates) {}

    @Override
    public String name() {
        return "exam-rooms";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(RoomTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2021-10-23", "candidates", "217");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(RoomTerms.class);
        var seats = law.terms().seats();
        var rooms = Math.ceilDiv(facts.candidates(), seats);
        return Answer.of(
                        List.of(Reason.of(ExamReason.ROOMS, law.source(), seats, rooms)),
                        facts.on())
                .with("seats", seats)
                .with("rooms", rooms);
    }
}
