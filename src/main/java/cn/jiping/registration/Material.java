package cn.jiping.registration;

/** 申报材料, in the order in which a list names them. */
public enum Material {
    /** 身份证. */
    ID_CARD,
    /** 照片. */
    PHOTO,
    /** 申报表. */
    APPLICATION_FORM,
    /** 学历证书. */
    EDUCATION_PROOF,
    /** 学籍证明. */
    ENROLMENT_PROOF,
    /** 工作年限证明. */
    YEARS_PROOF,
    /** 下一等级证书. */
    CERTIFICATE,
    /** 职称证书. */
    TITLE_CERTIFICATE,
    /** 业绩成果报告. */
    PERFORMANCE_REPORT
}
