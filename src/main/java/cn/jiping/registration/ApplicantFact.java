package cn.jiping.registration;

import cn.jiping.policy.Coded;

/** 申报人的事实, named as in a question. */
public enum ApplicantFact implements Coded {
    BORN_ON("bornOn"),
    YEARS_IN_OCCUPATION("yearsInOccupation"),
    APPRENTICESHIP_COMPLETED("apprenticeshipCompleted"),
    CERTIFICATE("certificate"),
    YEARS_SINCE_CERTIFICATE("yearsSinceCertificate"),
    TITLE("title"),
    TITLE_MATCHES("titleMatches"),
    YEARS_SINCE_TITLE("yearsSinceTitle"),
    EDUCATION("education"),
    MAJOR_MATCHES("majorMatches"),
    FINAL_YEAR("finalYear"),
    ASSESSED_PROGRAMME("assessedProgramme");

    private final String code;

    ApplicantFact(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
