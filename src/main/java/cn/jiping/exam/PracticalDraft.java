package cn.jiping.exam;

import cn.jiping.institution.SiteId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * 实操考核安排稿: where and when a group takes its practical test.
 *
 * @param reportAt 报到时间
 * @param note such as what to bring; may be empty
 */
public record PracticalDraft(SiteId site, LocalDate day, LocalTime reportAt, String note) {}
