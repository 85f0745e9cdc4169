package cn.jiping.shared;

/**
 * 层级: the office a role belongs to; decides which kind of place a grant needs and which door opens.
 */
public enum Office {
    /** 省. */
    PROVINCE(Door.AUTHORITY),
    /** 市. */
    CITY(Door.AUTHORITY),
    /** 县. */
    COUNTY(Door.AUTHORITY),
    /** 评价机构. */
    BODY(Door.BODY),
    /** 专家. */
    EXPERT(Door.EXPERT),
    /** 考场. */
    HALL(Door.HALL),
    /** 考生. */
    CANDIDATE(Door.MY),
    /** 审计. */
    AUDIT(Door.AUDIT),
    /** 系统. */
    SYSTEM(Door.ADMIN);

    private final Door door;

    Office(Door door) {
        this.door = door;
    }

    public Door door() {
        return door;
    }
}
