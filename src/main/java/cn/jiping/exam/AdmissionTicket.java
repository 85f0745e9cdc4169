package cn.jiping.exam;

import cn.jiping.plan.SessionView;

/** 准考证: seat, site and days of one candidate. */
public record AdmissionTicket(SessionView session, SeatView seat, String site, String address) {}
