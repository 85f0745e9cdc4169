package cn.jiping.registration;

import cn.jiping.policy.Default;
import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Source;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 参评对象: whom a body may take, and what has to be shown. */
@LawPage(
        path = "registration/admission",
        governedBy = GoverningDate.ASKED,
        in = {"33", "22"})
public record AdmissionTerms(List<Row> rows) implements Terms {
    public AdmissionTerms {
        rows = List.copyOf(rows);
    }

    /** Who is taken by whom; without {@code asks} nobody of that relation is. */
    public record Row(
            Set<BodyType> bodies, Set<Relation> relations, @Nullable Asks asks, Source source) {
        public Row {
            bodies = Set.copyOf(bodies);
            relations = Set.copyOf(relations);
        }

        boolean isFor(BodyType body, Relation relation) {
            return bodies.contains(body) && relations.contains(relation);
        }
    }

    /**
     * What is asked. {@code uninsured}: the proofs that stand in where nobody pays the insurance;
     * {@code ifUnverified}: those to be handed in where no register confirms what was said.
     */
    public record Asks(
            @Nullable Insurer insuredBy,
            @Nullable List<Proof> uninsured,
            @Default("false") boolean contract,
            @Default("false") boolean dispatchAgreement,
            @Nullable Period onPostFor,
            @Nullable List<Proof> ifUnverified) {
        public Asks {
            uninsured = uninsured == null ? null : List.copyOf(uninsured);
            ifUnverified = ifUnverified == null ? null : List.copyOf(ifUnverified);
        }
    }

    /** 与评价机构的关系. */
    public enum Relation {
        /** 在校学生. */
        STUDENT,
        /** 职工. */
        EMPLOYEE,
        /** 劳务派遣人员. */
        DISPATCHED,
        /** 没有关系. */
        NONE
    }

    /** 社保由谁缴纳. */
    public enum Insurer {
        /** 本单位. */
        BODY,
        /** 派遣公司. */
        AGENCY,
        /** 没有缴纳. */
        NONE
    }

    /** 证明材料. */
    public enum Proof {
        /** 社保缴纳记录. */
        SOCIAL_INSURANCE,
        /** 劳动合同. */
        CONTRACT,
        /** 劳务派遣协议. */
        DISPATCH_AGREEMENT,
        /** 在职在岗证明. */
        ON_POST_PROOF,
        /** 从事岗位及年限证明. */
        YEARS_PROOF,
        /** 培训课时. */
        TRAINING_HOURS,
        /** 学籍材料. */
        ENROLMENT_PROOF
    }
}
