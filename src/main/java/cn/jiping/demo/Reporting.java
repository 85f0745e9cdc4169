package cn.jiping.demo;

import cn.jiping.exam.CityReportStatus;
import cn.jiping.exam.CityReports;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;

/** 演示的市级上报: filled by the platform, confirmed by each city. */
@InDemo
class Reporting {
    private static final String ASSESSORS = "每个职业安排考评员 3 人，其中外市 1 人（演示）";

    private final CityReports reports;
    private final TheSession session;
    private final Actors actors;

    Reporting(CityReports reports, TheSession session, Actors actors) {
        this.reports = reports;
        this.session = session;
        this.actors = actors;
    }

    void report(DivisionCode city) {
        var clerk = actors.staff(Role.CITY_CLERK, city);
        var report = reports.find(clerk, session.id(), city);
        if (report.status() != CityReportStatus.CONFIRMED) {
            reports.confirm(clerk, session.id(), city, ASSESSORS, report.version());
        }
    }
}
