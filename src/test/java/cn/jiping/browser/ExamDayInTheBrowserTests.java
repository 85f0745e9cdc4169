package cn.jiping.browser;

import cn.jiping.shared.Role;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The day of the examination in Hangzhou, by the city and by an invigilator with a phone. */
class ExamDayInTheBrowserTests extends InTheBrowser {
    @Test
    void signsInByTicketAndClosesTheRoom() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
        var candidate = people.as(Role.CANDIDATE, browser.visitor(Screen.PHONE));
        season.entered(matters.person("演示顾砚秋"), session);
        season.seated(matters.identified(candidate), session, season.site());
        season.becomes(LocalDateTime.of(2021, 10, 23, 8, 10));

        var phone = people.as(Role.INVIGILATOR, browser.visitor(Screen.PHONE));
        phone.visit("/hall").follow("考务编排").sees("我监考的考试").looksGood("hall-exams");
        phone.follow("浙江省2021年10月职业资格全省统一鉴定").sees("签到中").looksGood("hall-day");
        phone.follow("第1考场 理论知识").sees("应考 2 人，已签到 0 人").looksGood("hall-sitting");
        phone.fill("准考证号或姓名", "202110330100001").type("Enter");
        phone.sees("已签到，座位").sees("应考 2 人，已签到 1 人");
        phone.fill("准考证号或姓名", "202110330100001").type("Enter");
        phone.sees("签到过").looksGood("hall-again");
        phone.expectingFailureOf("/sign-ins").fill("准考证号或姓名", "202110330200001").type("Enter");
        phone.sees("没有准考证号").sees("请核对准考证").looksGood("hall-refused");

        phone.visit(phone.page().url().replaceAll("^https?://[^/]+", "").replace("/sign-ins", ""));
        phone.follow("记录考场情况").select("种类", "携带违禁物品（违纪）");
        phone.fill("情况", "开考后发现考生携带手机").fill("处置", "收缴手机，本人签字确认");
        phone.expectingFailureOf("/incidents/new").press("保存记录").sees("请写明考生的准考证号和处理");
        phone.looksGood("hall-incident").fill("准考证号 1", "202110330100001");
        phone.select("处理 1", "口头警告").press("保存记录").sees("已记录").looksGood("hall-incidents");

        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/exams/" + session + "/330100");
        clerk.follow("考试日：签到和缺考").looksGoodEverywhere("exam-day");
        clerk.follow("第1考场 理论知识").looksGoodEverywhere("exam-sitting");
        season.becomes(LocalDateTime.of(2021, 10, 23, 9, 5));
        clerk.page().reload();
        clerk.follow("结束签到").sees("将记为缺考的 1 人");
        clerk.looksGoodEverywhere("exam-closing").press("结束签到").sees("签到已结束");
        clerk.looksGoodEverywhere("exam-closed").follow("更正").sees("更正到考情况");
        clerk.looksGoodEverywhere("exam-correction").fill("更正原因", "扫错了准考证").press("更正");
        clerk.sees("到考情况已更正");
        clerk.visit("/authority/exams/" + session + "/330100/incidents");
        clerk.sees("开考后发现考生携带手机").looksGoodEverywhere("exam-incidents");
        clerk.follow("更正").sees("更正考场情况").looksGoodEverywhere("exam-incident");
        clerk.visit("/authority/exams/" + session + "/incidents");
        clerk.looksGoodEverywhere("exam-incidents-of-all");
    }
}
