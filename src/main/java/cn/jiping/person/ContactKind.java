package cn.jiping.person;

/** 联系方式类型. */
public enum ContactKind {
    /** 手机号. */
    PHONE("person.phone"),
    /** 电子邮箱. */
    EMAIL("person.email");

    private final String context;

    ContactKind(String context) {
        this.context = context;
    }

    /** What the vault binds the ciphertext to. */
    String context() {
        return context;
    }
}
