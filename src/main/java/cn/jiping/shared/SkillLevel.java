package cn.jiping.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** 职业技能等级, lowest first; compare these, never the printed grade number. */
public enum SkillLevel {
    /** 学徒工. */
    APPRENTICE("APPRENTICE"),
    /** 五级/初级工. */
    JUNIOR("5"),
    /** 四级/中级工. */
    INTERMEDIATE("4"),
    /** 三级/高级工. */
    ADVANCED("3"),
    /** 二级/技师. */
    TECHNICIAN("2"),
    /** 一级/高级技师. */
    SENIOR_TECHNICIAN("1"),
    /** 特级技师. */
    SPECIAL_TECHNICIAN("SPECIAL"),
    /** 首席技师. */
    CHIEF_TECHNICIAN("CHIEF");

    private final String code;

    SkillLevel(String code) {
        this.code = code;
    }

    /** As machines and pages of law write it: 5 to 1, or APPRENTICE, SPECIAL, CHIEF. */
    public String code() {
        return code;
    }

    public static Optional<SkillLevel> ofCode(String code) {
        return Stream.of(values()).filter(level -> level.code.equals(code)).findAny();
    }
}
