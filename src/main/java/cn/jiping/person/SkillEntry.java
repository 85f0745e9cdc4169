package cn.jiping.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 技能档案条目: a fact as recorded; a later entry may have superseded it. */
public record SkillEntry(
        UUID id,
        SkillFact fact,
        String recordedBy,
        Instant recordedAt,
        @Nullable UUID supersedes,
        @Nullable String correction,
        boolean superseded) {}
