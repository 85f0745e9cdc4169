package cn.jiping.certificate;

import cn.jiping.shared.ReasonCode;

/** 证书理由. */
enum CertificateReason implements ReasonCode {
    EXAM_BEFORE_EXIT("certificate-after-exit.exam-before-exit"),
    EXAM_NOT_HELD("certificate-after-exit.exam-not-held"),
    DEPENDS_ON_PLAN("certificate-after-exit.depends-on-plan"),
    IN_CATALOGUE("certificate-after-exit.in-catalogue"),
    NOT_IN_CATALOGUE("certificate-after-exit.not-in-catalogue"),
    MAY_ISSUE("certificate-issue.may"),
    NOT_PASSED("certificate-issue.not-passed"),
    REVIEW_OPEN("certificate-issue.review-open"),
    NOT_PUBLISHED("certificate-issue.not-published"),
    NUMBERED("certificate-number.numbered"),
    REVOKES("certificate-revocation.revokes"),
    PROOF("replacement.proof"),
    REISSUE("replacement.reissue");

    private final String code;

    CertificateReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
