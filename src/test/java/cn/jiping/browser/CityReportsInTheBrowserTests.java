package cn.jiping.browser;

import cn.jiping.exam.Autumn;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Hangzhou reports what it needs; the province sees who has not, and asks for a correction. */
@Import(Autumn.class)
class CityReportsInTheBrowserTests extends InTheBrowser {
    @Test
    void goFromTheDataToTheProvince() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
        matters.the(Autumn.class).registered(session, Matters.HANGZHOU, "焊工", 12);
        season.site();
        season.becomes(LocalDate.of(2021, 8, 7));

        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/exams/" + session + "/reports").follow("杭州市");
        clerk.sees("最终核定报名人数").looksGoodEverywhere("report-open");
        clerk.expectingFailureOf("/confirmation").press("核对无误，上报").sees("请写明考评人员安排");
        clerk.fill("考评人员安排", "焊工考评员 6 人，从省级考评员库选派").press("核对无误，上报");
        clerk.sees("已上报").looksGoodEverywhere("report-confirmed");

        season.becomes(LocalDate.of(2021, 8, 14));
        var province = people.as(Role.PROVINCE_CLERK, browser.visitor(Screen.DESK));
        province.visit("/authority/exams/" + session + "/reports").sees("共 11 个市");
        province.looksGoodEverywhere("reports").follow("杭州市");
        province.fill("退回理由", "考评人员不足").press("退回重报").sees("已退回重报");
        province.looksGoodEverywhere("report-reopened");
    }
}
