package cn.jiping.registration;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import java.util.Set;

/** 破格晋升: at which bodies which merit lifts which limits. */
@LawPage(
        path = "registration/fast-track",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record FastTrackTerms(Set<BodyType> bodies, Set<Merit> merits, Set<Limit> waives)
        implements Terms {
    public FastTrackTerms {
        bodies = Set.copyOf(bodies);
        merits = Set.copyOf(merits);
        waives = Set.copyOf(waives);
    }

    /** 业绩. */
    public enum Merit {
        /** 解决重大工艺技术难题或重大质量问题. */
        MAJOR_PROBLEM_SOLVED,
        /** 技术创新成果获省部级以上奖项. */
        PROVINCIAL_AWARD,
        /** 竞赛名次. */
        COMPETITION_PLACE,
        /** 师带徒业绩突出. */
        MASTER_APPRENTICE,
        /** 没有. */
        NONE
    }

    /** 可以不受的限制. */
    public enum Limit {
        /** 学历. */
        EDUCATION,
        /** 年限. */
        YEARS
    }
}
