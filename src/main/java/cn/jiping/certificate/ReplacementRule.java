package cn.jiping.certificate;

import cn.jiping.catalog.Catalogue;
import cn.jiping.certificate.ReplacementTerms.CertificateKind;
import cn.jiping.certificate.ReplacementTerms.Issued;
import cn.jiping.policy.Law;
import java.time.LocalDate;

/** 证书遗失或有误，补发还是出具证明. */
record ReplacementRule(Law law) {

    ReplacementTerms.Row judge(CertificateKind kind, String occupation, LocalDate issuedOn) {
        return law.require(ReplacementTerms.class).terms().of(kind, issued(occupation, issuedOn));
    }

    private Issued issued(String occupation, LocalDate issuedOn) {
        return Catalogue.in(law.book())
                .leaving(occupation)
                .filter(leaving -> !law.on().isBefore(leaving.exitedOn()))
                .filter(leaving -> issuedOn.isBefore(leaving.exitedOn()))
                .map(_ -> Issued.BEFORE_EXIT)
                .orElse(Issued.OTHERWISE);
    }
}
