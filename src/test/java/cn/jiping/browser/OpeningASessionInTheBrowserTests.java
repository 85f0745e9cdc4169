package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.shared.Role;
import org.junit.jupiter.api.Test;

/** The session of October 2021: drafted, announced by a second person, taken up by Hangzhou. */
class OpeningASessionInTheBrowserTests extends InTheBrowser {
    @Test
    void goesFromTheCalendarToTheAnnouncementEverybodySees() {
        var clerk = people.as(Role.PROVINCE_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/sessions").sees("还没有批次").follow("拟定批次");
        clerk.sees("2021年7月14日").looksGood("session-choose").follow("拟定这个批次");
        clerk.sees("由中国民用航空局实施").looksGood("session-new");
        offer(clerk, "保安员", "WRITTEN", "PRACTICAL");
        clerk.press("保存，送交公告").sees("等待另一位人员核准公告").looksGood("session-draft");

        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(Screen.DESK));
        approver.visit("/authority/tasks").sees("核准并公告").visit("/authority/sessions");
        approver.follow("浙江省2021年10月职业资格全省统一鉴定").follow("公告");
        approver.sees("公告这个批次吗").looksGood("session-announce").press("公告");
        approver.sees("各市已收到待办").looksGood("session-announced");

        acceptsInHangzhou();
        var citizen = browser.visitor(Screen.PHONE).visit("/sessions");
        citizen.looksGood("sessions-public").follow("浙江省2021年10月职业资格全省统一鉴定");
        citizen.sees(DemoAccounts.BODY_NAME).sees("0571-00000000").sees("8:30");
        citizen.looksGood("session-public");
        assertThat(citizen.page().content()).doesNotContain("确定受理机构</a>");
    }

    private void acceptsInHangzhou() {
        var city = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        city.visit("/authority/tasks").sees("的受理机构").visit("/authority/sessions");
        city.follow("浙江省2021年10月职业资格全省统一鉴定").follow("确定受理机构");
        city.expectingFailureOf("/parts/330100")
                .press("保存")
                .sees("请选择受理机构")
                .looksGood("session-part-wrong");
        city.select("受理机构", DemoAccounts.BODY_NAME).fill("联系方式", "0571-00000000");
        city.at(Screen.PHONE).looksGood("session-part").press("保存");
        city.sees("已确定受理机构").looksGood("session-of-the-city");
    }

    private static void offer(Visitor clerk, String occupation, String skills, String review) {
        var row = clerk.page().locator("fieldset:has-text('" + occupation + "')");
        row.locator("input[type=checkbox]").check();
        row.locator("select").first().selectOption(skills);
        row.locator("select").last().selectOption(review);
    }
}
