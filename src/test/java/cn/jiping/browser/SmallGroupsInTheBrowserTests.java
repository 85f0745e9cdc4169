package cn.jiping.browser;

import cn.jiping.exam.Autumn;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/**
 * Six in Hangzhou are too few: the city proposes Ningbo, the province decides, and one of them does
 * not want to travel and gets the fee back.
 */
@Import(Autumn.class)
class SmallGroupsInTheBrowserTests extends InTheBrowser {
    private static final DivisionCode NINGBO = new DivisionCode("330200");

    @Test
    void goFromTheLastDayOfPaymentToTheRefund() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var autumn = matters.the(Autumn.class);
        var session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
        var candidate = people.as(Role.CANDIDATE, browser.visitor(Screen.PHONE));
        var application = season.applicants().confirmed(session, matters.identified(candidate));
        autumn.registered(session, Matters.HANGZHOU, "焊工", 5);
        autumn.registered(session, NINGBO, "焊工", 12);
        season.becomes(LocalDate.of(2021, 8, 7));

        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/tasks").sees("人数不足：提出统筹或者改期");
        clerk.visit("/authority/exams/" + session + "/330100").sees("1 个职业等级人数不足");
        clerk.looksGoodEverywhere("exam-undecided");
        clerk.visit("/authority/exams/" + session + "/groups").looksGoodEverywhere("groups");
        clerk.follow("杭州市 焊工").sees("6 人，不足 10 人").looksGoodEverywhere("group-open");
        clerk.expectingFailureOf("/proposal").press("提出处理意见").sees("请选择处理办法");
        clerk.check("统筹到另一个市").select("接收的市", "宁波市").fill("理由", "宁波市人数够，车程一小时");
        clerk.press("提出处理意见").sees("处理意见已报省里").looksGoodEverywhere("group-proposed");

        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(Screen.DESK));
        approver.visit("/authority/exams/" + session + "/groups").follow("杭州市 焊工");
        approver.sees("统筹到宁波市考试").looksGoodEverywhere("group-to-decide");
        approver.press("作出决定").sees("考生已收到通知").looksGoodEverywhere("group-decided");

        candidate.visit("/account/notices").sees("您到宁波市考试");
        candidate.visit("/my/tickets").sees("您到宁波市参加考试").looksGood("tickets-pooled");
        candidate.visit("/my/applications/" + application).sees("8月14日 24:00 前可以退出");
        candidate.looksGood("application-pooled").follow("不参加了，申请退出");
        candidate.fill("理由", "路途太远").press("撤回报名").sees("报名已撤回");
        candidate.looksGood("application-left").visit("/my/payments").sees("退款");
    }
}
