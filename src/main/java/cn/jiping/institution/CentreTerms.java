package cn.jiping.institution;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 中心分工: which centre deals with which act. */
@LawPage(
        path = "institution/supervising-centre",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record CentreTerms(List<Row> acts) implements Terms {
    public CentreTerms {
        acts = List.copyOf(acts);
    }

    /** 分工: the centres of some acts; none where the law of the day names none. */
    public record Row(@Key Set<SupervisedAct> act, List<Named> centres) {
        public Row {
            centres = List.copyOf(centres);
        }
    }

    /** 中心及其依据. */
    public record Named(Centre centre, Source source) {}

    List<Named> of(SupervisedAct act) {
        return acts.stream()
                .filter(row -> row.act().contains(act))
                .findFirst()
                .orElseThrow()
                .centres();
    }
}
