package cn.jiping.exam;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.util.List;
import java.util.Optional;

/** 考场情况和违纪处理: the kinds of incidents, and what a handling does to scores. */
@LawPage(
        path = "exam/conduct",
        governedBy = GoverningDate.EXAM,
        in = {"33"})
public record ConductTerms(List<Kind> incidents, List<Handling> handlings) implements Terms {
    public ConductTerms {
        incidents = List.copyOf(incidents);
        handlings = List.copyOf(handlings);
    }

    /** 情况种类. */
    public record Kind(String name, About about) {}

    /** 处理. */
    public record Handling(String name, Voids voids) {}

    /** 情况性质. */
    public enum About {
        /** 考务情况. */
        ORDER,
        /** 违纪. */
        DISCIPLINE,
        /** 应急处置. */
        EMERGENCY
    }

    /** 成绩无效的范围. */
    public enum Voids {
        /** 不影响成绩. */
        NOTHING,
        /** 本科目. */
        SUBJECT,
        /** 各科目. */
        EVERYTHING
    }

    Optional<Kind> kind(String name) {
        return incidents.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    Optional<Handling> handling(String name) {
        return handlings.stream().filter(handling -> handling.name().equals(name)).findFirst();
    }
}
