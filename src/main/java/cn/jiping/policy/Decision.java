package cn.jiping.policy;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 决定: what was answered about a matter, on which facts and by which version of the law. */
public record Decision(
        UUID id,
        DecisionDraft.About about,
        String key,
        Asked asked,
        Verdict verdict,
        String law,
        Place place,
        Instant decidedAt,
        @Nullable AccountId decidedBy) {

    /** What was asked: the topic, its facts as JSON, whose law, and the day that selects it. */
    public record Asked(String topic, String facts, Jurisdiction jurisdiction, LocalDate asOf) {}

    /** Where it belongs. */
    public record Place(@Nullable DivisionCode division, @Nullable BodyId body) {}
}
