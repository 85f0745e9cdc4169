package cn.jiping.notice;

/** 送达渠道 outside the platform; the inbox itself always gets every message. */
public enum Channel {
    /** 电子邮件. */
    EMAIL,
    /** 短信. */
    SMS
}
