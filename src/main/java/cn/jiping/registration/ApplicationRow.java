package cn.jiping.registration;

import cn.jiping.shared.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 申报列表的一行. */
public record ApplicationRow(
        ApplicationId id,
        String sessionTitle,
        String name,
        String occupation,
        SkillLevel level,
        String cityName,
        ApplicationStatus status,
        @Nullable Instant submittedAt,
        @Nullable LocalDate dueOn,
        @Nullable String heldBy) {}
