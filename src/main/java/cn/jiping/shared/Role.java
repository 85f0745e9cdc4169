package cn.jiping.shared;

/** 岗位: what an account may do; where it may do so is the {@link Scope}. */
public enum Role {
    PROVINCE_CLERK(Office.PROVINCE),
    PROVINCE_REVIEWER(Office.PROVINCE),
    PROVINCE_APPROVER(Office.PROVINCE),
    PROVINCE_SUPERVISOR(Office.PROVINCE),
    PROVINCE_FINANCE(Office.PROVINCE),
    CITY_CLERK(Office.CITY),
    CITY_REVIEWER(Office.CITY),
    CITY_APPROVER(Office.CITY),
    CITY_SUPERVISOR(Office.CITY),
    CITY_FINANCE(Office.CITY),
    COUNTY_CLERK(Office.COUNTY),
    COUNTY_REVIEWER(Office.COUNTY),
    COUNTY_APPROVER(Office.COUNTY),
    COUNTY_SUPERVISOR(Office.COUNTY),
    COUNTY_FINANCE(Office.COUNTY),
    /** 机构负责人. */
    BODY_HEAD(Office.BODY),
    /** 机构考务. */
    BODY_EXAM_AFFAIRS(Office.BODY),
    /** 机构专职资格审核员. */
    BODY_ELIGIBILITY_REVIEWER(Office.BODY),
    /** 机构内部督导. */
    BODY_INTERNAL_SUPERVISOR(Office.BODY),
    /** 机构财务. */
    BODY_FINANCE(Office.BODY),
    /** 企业人事. */
    ENTERPRISE_HR(Office.BODY),
    /** 考生. */
    CANDIDATE(Office.CANDIDATE),
    /** 考评员. */
    ASSESSOR(Office.EXPERT),
    /** 外部质量督导员. */
    EXTERNAL_SUPERVISOR(Office.EXPERT),
    /** 命题专家. */
    ITEM_WRITER(Office.EXPERT),
    /** 阅卷员. */
    MARKER(Office.EXPERT),
    /** 监考员. */
    INVIGILATOR(Office.HALL),
    /** 审计员: reads all, unmasks only with a reason. */
    AUDITOR(Office.AUDIT),
    /** 系统管理员: accounts and settings, no business data. */
    ADMINISTRATOR(Office.SYSTEM);

    private final Office office;

    Role(Office office) {
        this.office = office;
    }

    public Office office() {
        return office;
    }

    public Door door() {
        return office.door();
    }
}
