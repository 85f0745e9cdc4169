package cn.jiping.institution;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 考培分离: what each kind of body may do with those it trains, and with those who train. */
@LawPage(
        path = "institution/training-separation",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record SeparationTerms(List<Row> bodies) implements Terms {
    public SeparationTerms {
        bodies = List.copyOf(bodies);
    }

    /**
     * One kind of body. A trainer assesses either where the body trained the candidates, or where
     * it trained others only.
     */
    public record Row(
            @Key Set<BodyType> bodyType,
            OwnTrainees ownTrainees,
            Source source,
            Conduct trainerAssessesOwn,
            Conduct trainerAssessesOthers,
            Conduct trainingForced) {}

    /** 行为: whether it is allowed. */
    public record Conduct(boolean allowed, Source source) {}

    /** 对本机构培训的学员: how the body may evaluate them. */
    public enum OwnTrainees {
        /** 机构内部执行考培分离. */
        SEPARATED_INSIDE,
        /** 原则上不得; 经隶属中心同意的除外. */
        BY_EXCEPTION
    }

    Row of(BodyType type) {
        return bodies.stream()
                .filter(row -> row.bodyType().contains(type))
                .findFirst()
                .orElseThrow();
    }
}
