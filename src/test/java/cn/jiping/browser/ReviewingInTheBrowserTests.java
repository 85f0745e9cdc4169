package cn.jiping.browser;

import cn.jiping.registration.ApplicationId;
import cn.jiping.shared.Role;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** An application between its candidate, the reviewer of the body, the city and the gateway. */
class ReviewingInTheBrowserTests extends InTheBrowser {
    private static final LocalDateTime IN_JULY = LocalDateTime.of(2021, 7, 20, 9, 0);

    @Test
    void isReturnedCorrectedPassedTwicePaidAndConfirmed() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.registering(IN_JULY);
        var candidate = browser.visitor(Screen.PHONE);
        SignedIn.byCode("13900005002", candidate);
        var id = season.applicants().application(session, matters.identified(candidate));

        asksForMore(people.as(Role.BODY_ELIGIBILITY_REVIEWER, browser.visitor(Screen.DESK)));
        corrects(candidate, id);
        passes(people.as(Role.BODY_ELIGIBILITY_REVIEWER, browser.visitor(Screen.DESK)));
        admits(people.as(Role.CITY_REVIEWER, browser.visitor(Screen.DESK)));
        pays(candidate, id);
    }

    private static void asksForMore(Visitor reviewer) {
        reviewer.visit("/body/tasks").sees("资格初审").visit("/body/reviews");
        reviewer.looksGoodEverywhere("reviews").at(Screen.DESK).follow("演示沈清和");
        reviewer.sees("您的初审结论").looksGoodEverywhere("review");
        reviewer.at(Screen.DESK).press("认领").sees("由您审核");
        reviewer.expectingFailureOf("/decision").check("退回补正").press("提交结论");
        reviewer.sees("退回补正和不通过都要选明原因").looksGood("review-wrong");
        reviewer.check("退回补正")
                .page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("下一等级的证书"))
                .selectOption("UNCLEAR");
        reviewer.fill("写给考生的说明（选填）", "证书照片反光，请重新拍照").press("提交结论");
        reviewer.sees("已提交对演示沈清和的审核结论").looksGoodEverywhere("review-returned");
    }

    private static void corrects(Visitor candidate, ApplicationId id) {
        candidate.visit("/account/notices").sees("请补正报名材料");
        candidate.visit("/my/applications/" + id).sees("退回补正，等您修改").sees("证书照片反光");
        candidate.looksGoodEverywhere("application-returned").at(Screen.PHONE);
        candidate.follow("修改证明材料").sees("上传证明材料");
        candidate.visit("/my/applications/" + id).follow("核对并提交").check("以上内容和材料真实、准确");
        candidate.press("补正完毕，再次提交").sees("已提交，等待初审");
    }

    private static void passes(Visitor reviewer) {
        reviewer.visit("/body/reviews").follow("演示沈清和");
        reviewer.sees("退回补正").check("通过").press("提交结论");
        reviewer.sees("等待市级复审");
    }

    private static void admits(Visitor city) {
        city.visit("/authority/tasks").sees("资格复审").visit("/authority/reviews");
        city.follow("演示沈清和");
        city.sees("您的复审结论").check("不通过").check("不符合所报条件").press("提交结论");
        city.sees("确定“不通过”吗？").looksGoodEverywhere("review-refuse").at(Screen.DESK);
        city.follow("返回").check("通过").press("提交结论");
        city.sees("审核已通过，等待缴费").looksGoodEverywhere("review-admitted");
    }

    private static void pays(Visitor candidate, ApplicationId id) {
        candidate.visit("/my/applications/" + id).sees("审核已通过，等待缴费");
        candidate.looksGoodEverywhere("application-admitted").at(Screen.PHONE);
        candidate.follow("去缴费").press("去缴费").press("支付 695.00 元").sees("已缴费");
        candidate.visit("/my/applications/" + id).sees("报名成功").sees("10月23日 24:00");
        candidate.looksGoodEverywhere("application-confirmed");
    }
}
