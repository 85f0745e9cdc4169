package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 在读学生和新型学徒: what those enrolled before the exit still obtain. */
@LawPage(
        path = "plan/cohort",
        governedBy = GoverningDate.ASKED,
        in = {"00", "33", "22"})
public record CohortTerms(List<Row> rows, Source existingOnly) implements Terms {
    public CohortTerms {
        rows = List.copyOf(rows);
    }

    /** The certificates by which a cohort finishes; none: no rule. */
    record Row(
            @Key Set<Left> left,
            @Key Set<Enrolment> enrolment,
            List<EvaluationKind> certificates,
            boolean untilGraduation,
            Source source) {
        Row {
            certificates = List.copyOf(certificates);
            if (certificates.isEmpty() && untilGraduation) {
                throw new IllegalArgumentException("No certificate has no last day");
            }
        }
    }

    /** 职业已不做职业资格鉴定的缘由. */
    enum Left {
        /** 退出目录. */
        EXITED,
        /** 国务院取消. */
        CANCELLED
    }

    /** 招收方式. */
    enum Enrolment {
        /** 双证书. */
        DUAL_CERTIFICATE,
        /** 企业新型学徒. */
        APPRENTICE
    }

    Row of(Left left, Enrolment enrolment) {
        return rows.stream()
                .filter(row -> row.left().contains(left) && row.enrolment().contains(enrolment))
                .findFirst()
                .orElseThrow();
    }
}
