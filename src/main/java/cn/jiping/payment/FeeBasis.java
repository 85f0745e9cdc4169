package cn.jiping.payment;

/** 收费依据. */
enum FeeBasis {
    /** 政府规定的标准. */
    GOVERNMENT_STANDARD,
    /** 按成本自行测算. */
    OWN_COST
}
