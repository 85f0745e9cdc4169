package cn.jiping.browser;

import cn.jiping.plan.ExamSessions;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The only welder of Hangzhou is moved to the 30th: from the decision to the ticket. */
class MovedGroupsInTheBrowserTests extends InTheBrowser {
    @Autowired ExamSessions sessions;

    @Test
    void goFromTheDecisionToTheTicketOfTheirOwnDay() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
        var candidate = people.as(Role.CANDIDATE, browser.visitor(Screen.PHONE));
        var application = season.applicants().confirmed(session, matters.identified(candidate));
        season.becomes(LocalDate.of(2021, 8, 7));

        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(Screen.DESK));
        approver.visit("/authority/exams/" + session + "/groups").follow("杭州市 焊工");
        approver.check("改期").fill("改到哪一天", "2021-10-30").fill("理由", "各市都不足10人");
        approver.press("作出决定").sees("改到2021-10-30考试").looksGoodEverywhere("group-moved");
        approver.follow("改期10月30日").sees("原批次").sees("通知 二(二)").sees("惯例：");
        approver.looksGoodEverywhere("exam-another-day");

        var another = sessions.onOtherDays(session).getFirst().id();
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/tasks").sees("改期10月30日");
        clerk.visit("/authority/exams/" + another + "/330100").sees("焊工");
        clerk.looksGood("arrangement-another-day");
        season.arranged(another, season.site());

        candidate.visit("/my/applications/" + application).sees("2021年10月30日");
        candidate.looksGood("application-moved");
        candidate.visit("/sessions/" + another).sees("不另行报名").looksGood("session-another-day");
        candidate.visit("/sessions").sees("改期10月30日").looksGood("sessions-another-day");
        season.becomes(LocalDate.of(2021, 10, 25));
        candidate.visit("/my/tickets").looksGood("tickets-another-day").follow("查看准考证");
        candidate.sees("2021-10-30").looksGood("ticket-another-day");
    }
}
