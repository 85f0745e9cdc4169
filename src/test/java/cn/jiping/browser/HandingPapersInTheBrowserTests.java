package cn.jiping.browser;

import cn.jiping.shared.Role;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The papers of Hangzhou on their way, and what the city still owes after the examination. */
class HandingPapersInTheBrowserTests extends InTheBrowser {
    @Test
    void handsThePapersOn() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
        season.seated(matters.person("演示许知意"), session, season.site());
        season.becomes(LocalDateTime.of(2021, 10, 20, 9, 0));
        var packets = "/authority/exams/" + session + "/330100/packets";

        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit(packets).looksGoodEverywhere("papers-before").press("报出试卷需求");
        clerk.sees("已报出 2 袋试卷的需求");
        var province = people.as(Role.PROVINCE_CLERK, browser.visitor(Screen.DESK));
        province.visit(packets).looksGoodEverywhere("papers-to-send");
        province.expectingFailureOf("/SENT").fill("交出人", "严省").fill("接收人", "严省");
        province.press("登记交接").sees("交出人和接收人应是两个人");
        province.fill("接收人", "丁杭").press("登记交接").sees("交接已登记");
        clerk.visit(packets).fill("交出人", "丁杭").fill("接收人", "方如许");
        clerk.page().locator("select[name='lines[0].seal']").selectOption("BROKEN");
        clerk.looksGoodEverywhere("papers-to-receive").press("登记交接").sees("其中 1 袋异常");
        clerk.looksGoodEverywhere("papers-received");
        clerk.sees("登记：送到考点").fill("交出人", "方如许").fill("接收人", "周启明");
        clerk.press("登记交接").sees("交接已登记");

        season.becomes(LocalDateTime.of(2021, 10, 23, 8, 0));
        handsOn(clerk.visit(packets), "考场启封（理论知识）");
        season.becomes(LocalDateTime.of(2021, 10, 23, 11, 0));
        clerk.visit(packets).sees("登记：考后收回（理论知识）").looksGoodEverywhere("papers-by-sitting");
        clerk.follow("考场启封（操作技能） 1 袋").sees("还不到时间");
        clerk.follow("考后收回（理论知识） 1 袋");
        handsOn(clerk, "考后收回（理论知识）");
        clerk.sees("登记：考场启封（操作技能）").seesNot("考后收回（理论知识） 1 袋");

        season.becomes(LocalDateTime.of(2021, 10, 27, 9, 0));
        province.visit("/authority/tasks").sees("交接异常（浙江省");
        province.visit("/authority/exams/" + session + "/dues").sees("2 项逾期");
        province.looksGoodEverywhere("exam-dues");
        clerk.visit("/authority/tasks").sees("题卡、答卷送交省中心").looksGood("exam-due-tasks");
    }

    private static void handsOn(Visitor clerk, String step) {
        clerk.sees("登记：" + step).fill("交出人", "周启明").fill("接收人", "沈同川");
        clerk.press("登记交接").sees("交接已登记");
    }
}
