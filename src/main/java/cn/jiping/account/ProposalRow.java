package cn.jiping.account;

/** 提议列表的一行: the proposal and whose account it is about. */
public record ProposalRow(Proposal proposal, String accountName, String userName) {}
