package cn.jiping.plan;

/** 组织与核发: who organises, who issues, and whether on unified days. */
record Organiser(Authority organisedBy, Authority issuedBy, boolean unified) {}
