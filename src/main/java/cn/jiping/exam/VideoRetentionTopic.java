package cn.jiping.exam;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 考场影像保存到哪天. */
@Component
class VideoRetentionTopic implements DecisionTopic<VideoRetentionTopic.Facts> {

    /** 影像保存的事实: the day of the recording. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate recordedOn) {}

    @Override
    public String name() {
        return "video-retention";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(VideoTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "recordedOn", "2021-10-23");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.recordedOn()).require(VideoTerms.class);
        var until = new VideoRule(law).keepUntil(facts.recordedOn());
        return Answer.of("keepUntil", until, facts.recordedOn());
    }
}
