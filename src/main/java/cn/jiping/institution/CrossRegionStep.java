package cn.jiping.institution;

/** 跨地区认定的手续: what must be there before the plan may be published. */
public enum CrossRegionStep {
    /** 考点经评估符合条件. */
    SITE_ASSESSED("siteAssessed"),
    /** 考点属地中心审核同意. */
    SITE_CENTRE_CONSENT("siteCentreConsent"),
    /** 考点属地中心派督导人员. */
    SUPERVISOR_SENT("supervisorSent"),
    /** 市级中心同意并实施监管. */
    CITY_CONSENT("cityConsent");

    private final String fact;

    CrossRegionStep(String fact) {
        this.fact = fact;
    }

    /** The fact that says whether it is done. */
    String fact() {
        return fact;
    }
}
