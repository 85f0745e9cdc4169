package cn.jiping.demo;

import cn.jiping.plan.SessionCode;
import java.time.LocalDate;

/** 演示的两次统一鉴定: the one of the documents, and the next, at which open subjects are sat again. */
enum Season {
    /** 2021年10月. */
    AUTUMN("2021-10", "浙江省2021年10月职业资格全省统一鉴定", "2021-10-23", ""),
    /** 2022年5月. */
    SPRING("2022-05", "浙江省2022年5月职业资格全省统一鉴定", "2022-05-21", "-2022");

    private final String code;
    private final String title;
    private final LocalDate theoryOn;
    private final String suffix;

    Season(String code, String title, String theoryOn, String suffix) {
        this.code = code;
        this.title = title;
        this.theoryOn = LocalDate.parse(theoryOn);
        this.suffix = suffix;
    }

    SessionCode code() {
        return new SessionCode(code);
    }

    String title() {
        return title;
    }

    /** To which a group is moved that is too small to be pooled. */
    LocalDate otherDay() {
        return theoryOn.plusWeeks(1);
    }

    LocalDate theoryOn() {
        return theoryOn;
    }

    /** The name of its own chapter of that kind; names never change. */
    String chapter(String kind) {
        return kind + suffix;
    }

    /** Idempotence of whatever is done once a season. */
    String key() {
        return "demo/" + code;
    }
}
