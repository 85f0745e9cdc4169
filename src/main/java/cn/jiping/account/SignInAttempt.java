package cn.jiping.account;

import java.time.Instant;
import java.util.UUID;

/** 登录记录: one attempt to sign in or to confirm who one is. */
public record SignInAttempt(
        UUID id, Instant at, String address, String device, Means means, Result result) {

    /** 方式. */
    public enum Means {
        PASSWORD,
        CODE,
        LINK,
        CONFIRM_PASSWORD,
        CONFIRM_CODE;

        /** Whether somebody signed in was asked once more. */
        boolean confirming() {
            return this == CONFIRM_PASSWORD || this == CONFIRM_CODE;
        }
    }

    /** 结果. */
    public enum Result {
        OK,
        /** 口令或验证码不对. */
        WRONG,
        /** 没有这个账号. */
        UNKNOWN,
        /** 已锁定. */
        LOCKED,
        /** 账号已停用. */
        SUSPENDED
    }
}
