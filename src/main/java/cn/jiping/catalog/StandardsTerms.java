package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.HashSet;
import java.util.List;

/** 申报条件汇编: the conditions of each edition of the national standards. */
@LawPage(
        path = "catalog/standards",
        governedBy = GoverningDate.ASKED,
        in = {"00"})
public record StandardsTerms(List<Standard> standards) implements Terms {
    public StandardsTerms {
        standards = List.copyOf(standards);
    }

    /** One edition. */
    public record Standard(
            StandardCode code, String title, Source source, List<Condition> conditions) {
        public Standard {
            conditions = List.copyOf(conditions);
            var ids = new HashSet<String>();
            if (!conditions.stream().map(Condition::id).allMatch(ids::add)) {
                throw new IllegalArgumentException("A condition stands there twice");
            }
        }
    }
}
