package cn.jiping.shared;

/** 入口: the part of the site a role works in, with its start page. */
public enum Door {
    PUBLIC("/"),
    MY("/my"),
    BODY("/body"),
    AUTHORITY("/authority"),
    EXPERT("/expert"),
    HALL("/hall"),
    AUDIT("/audit"),
    ADMIN("/admin");

    private final String path;

    Door(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
