package cn.jiping.policy;

/** 期限事项: what has to be done by a day that a document fixes. */
public enum Deadline implements Coded {
    /** 成绩发布. */
    SCORE_PUBLICATION("score-publication"),
    /** 证书发放. */
    CERTIFICATE_ISSUE("certificate-issue"),
    /** 题卡、答卷送交. */
    ANSWER_SHEETS_RETURN("answer-sheets-return"),
    /** 实际操作和综合评审成绩报送. */
    PRACTICAL_SCORES_REPORT("practical-scores-report"),
    /** 各市上报统一鉴定准备情况. */
    CITY_REPORT("city-report"),
    /** 实操考核的地点和时间录入. */
    PRACTICAL_ARRANGEMENT("practical-arrangement"),
    /** 不在统考当天的操作和业绩评审. */
    OFF_DAY_ASSESSMENT("off-day-assessment"),
    /** 整改. */
    RECTIFICATION("rectification"),
    /** 日常鉴定报名截止. */
    DAILY_REGISTRATION("daily-registration");

    private final String code;

    Deadline(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
