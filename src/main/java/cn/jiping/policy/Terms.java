package cn.jiping.policy;

/** 条文数值: the values on one page of law; a record beside the rule it feeds. */
public interface Terms {}
