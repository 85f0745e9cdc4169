package cn.jiping.territory;

/** 区划级别, highest first. */
public enum DivisionLevel {
    /** 省级. */
    PROVINCE,
    /** 地市级; 长白山管委会 too. */
    CITY,
    /** 县级. */
    COUNTY;

    boolean above(DivisionLevel other) {
        return compareTo(other) < 0;
    }
}
