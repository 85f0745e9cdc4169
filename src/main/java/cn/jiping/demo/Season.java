package cn.jiping.demo;

import cn.jiping.plan.SessionCode;
import java.time.LocalDate;

/** 演示的两次统一鉴定: the one of the documents, and the next, at which open subjects are sat again. */
enum Season {
    /** 2021年10月. */
    AUTUMN("2021-10", "浙江省2021年10月职业资格全省统一鉴定", "2021-10-30"),
    /** 2022年5月. */
    SPRING("2022-05", "浙江省2022年5月职业资格全省统一鉴定", "2022-05-28");

    private final String code;
    private final String title;
    private final LocalDate otherDay;

    Season(String code, String title, String otherDay) {
        this.code = code;
        this.title = title;
        this.otherDay = LocalDate.parse(otherDay);
    }

    SessionCode code() {
        return new SessionCode(code);
    }

    String title() {
        return title;
    }

    /** To which a group is moved that is too small to be pooled. */
    LocalDate otherDay() {
        return otherDay;
    }

    /** Idempotence of whatever is done once a season. */
    String key() {
        return "demo/" + code;
    }
}
