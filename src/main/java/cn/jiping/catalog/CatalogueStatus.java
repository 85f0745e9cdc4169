package cn.jiping.catalog;

/** 目录状态: where an occupation stands towards the catalogue of vocational qualifications. */
public enum CatalogueStatus {
    /** 在目录内，水平评价类. */
    LEVEL_EVALUATION,
    /** 准入类. */
    ACCESS,
    /** 已退出目录. */
    EXITED,
    /** 国务院已取消. */
    CANCELLED,
    /** 不在目录内. */
    NEVER
}
