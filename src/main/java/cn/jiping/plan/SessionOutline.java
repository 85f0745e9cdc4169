package cn.jiping.plan;

/** 批次要点: what was drafted of a session and never changes: by whose law, called what, and when. */
public record SessionOutline(SessionHeading heading, SessionDays days) {}
