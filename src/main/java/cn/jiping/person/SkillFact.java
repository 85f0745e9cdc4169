package cn.jiping.person;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 技能事实: what a stage proved about a person. {@code key} names the fact once and for all, such as
 * {@code certificate:…}, so that writing it twice is writing it once. {@code until}: the last day
 * it counts.
 */
public record SkillFact(
        String key,
        SkillKind kind,
        Skill skill,
        Proof proof,
        LocalDate since,
        @Nullable LocalDate until) {

    public SkillFact {
        if (key.isBlank() || (until != null && until.isBefore(since))) {
            throw new IllegalArgumentException("Not a skill fact: " + key);
        }
    }

    /** 职业、等级、科目, as printed at the time. */
    public record Skill(
            String occupation,
            @Nullable String occupationCode,
            @Nullable SkillLevel level,
            @Nullable String subject) {}

    /** Which module or body proved it, and on which record it rests. */
    public record Proof(String by, @Nullable BodyId body, String source) {}

    boolean countsOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
