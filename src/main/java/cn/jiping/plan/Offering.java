package cn.jiping.plan;

import cn.jiping.shared.SkillLevel;

/** 开考职业等级: one occupation and level, and how its skills test and its review are held. */
public record Offering(
        OfferingId id,
        String occupation,
        SkillLevel level,
        SubjectForm skills,
        SubjectForm review) {}
