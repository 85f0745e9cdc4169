package cn.jiping.certificate;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 补证: what stands in for a lost or wrong certificate, and who gives it. */
@LawPage(
        path = "certificate/replacement",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record ReplacementTerms(List<Row> rows) implements Terms {
    public ReplacementTerms {
        rows = List.copyOf(rows);
    }

    /** By the kind of certificate, and whether it was issued before the occupation's exit. */
    public record Row(
            @Key Set<CertificateKind> kind,
            @Key Set<Issued> issued,
            Replacement gives,
            Giver by,
            @Nullable String document,
            Source source) {}

    /** 证书种类. */
    public enum CertificateKind {
        /** 职业资格证书. */
        QUALIFICATION,
        /** 职业技能等级证书. */
        SKILL_LEVEL
    }

    /** 发证时间. */
    public enum Issued {
        /** 职业已退出，证书在退出前发放. */
        BEFORE_EXIT,
        /** 其他情形. */
        OTHERWISE
    }

    /** 给什么. */
    public enum Replacement {
        /** 证明. */
        PROOF,
        /** 补发. */
        REISSUE
    }

    /** 由谁给. */
    public enum Giver {
        /** 原颁发机构. */
        ORIGINAL_ISSUER
    }

    Row of(CertificateKind kind, Issued issued) {
        return rows.stream()
                .filter(row -> row.kind().contains(kind) && row.issued().contains(issued))
                .findFirst()
                .orElseThrow();
    }
}
