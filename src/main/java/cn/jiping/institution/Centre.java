package cn.jiping.institution;

/** 技能评价（鉴定）中心, by how it stands to the case. */
public enum Centre {
    /** 隶属中心: the one the body belongs to. */
    HOME,
    /** 属地中心: the one of the place of the activity. */
    SITE,
    /** 市级中心. */
    CITY,
    /** 省级中心. */
    PROVINCE
}
