package cn.jiping.demo;

import cn.jiping.browser.Screen;
import cn.jiping.browser.SignedIn;
import cn.jiping.browser.Visitor;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The pictures from the announcement to the reports of the cities. */
abstract class PicturingRegistration extends PicturedSeason {
    @Test
    @Order(1)
    void announcing() {
        var clerk = office(Role.PROVINCE_CLERK);
        album.takeWithMenu("start-province", clerk);
        show(clerk, "/authority/sessions/new").follow("拟定这个批次");
        Stream.of("保安员", "焊工").forEach(occupation -> offer(clerk, occupation));
        album.take("session-draft", clerk, 900);
        clerk.press("保存，送交公告").sees("等待另一位人员核准公告");
        album.take("session-drafted", clerk, 700);
        var approver = office(Role.PROVINCE_APPROVER);
        show(approver, "/authority/tasks");
        album.take("tasks", approver);
        show(approver, "/authority/sessions").follow("浙江省2021年10月").follow("公告");
        album.take("session-announce", approver, 700);
        clerk.follow("作废").fill("理由", "开考职业有误，重新拟定").press("作废");
        clerk.page().waitForLoadState();
        playUntil("announced");
        var city = office(Role.CITY_CLERK);
        show(city, "/authority/sessions/" + session.id() + "/parts/330100");
        album.take("session-part", city, 700);
    }

    private static void offer(Visitor clerk, String occupation) {
        var row = clerk.page().locator("fieldset:has-text('" + occupation + "')");
        row.locator("input[type=checkbox]").check();
        row.locator("select").first().selectOption("WRITTEN");
        row.locator("select").last().selectOption("WRITTEN");
    }

    @Test
    @Order(2)
    void beginning() {
        playUntil("applied-2");
        var stranger = browser.visitor(Screen.PHONE);
        show(stranger, "/sessions/" + session.id());
        album.take("announcement", stranger);
        show(stranger, "/sign-in/phone");
        album.take("sign-in", stranger);
        SignedIn.byCode("13900008001", stranger);
        show(stranger, "/account/identity").fill("姓名", "演示陆秋白").fill("证件号码", "33010219800101");
        stranger.expectingFailureOf("/account/identity").press("提交").sees("处需要修改");
        album.take("identity", stranger);
        stranger.fill("证件号码", IdentityDocument.resident("33010219800101000").number());
        stranger.press("提交").sees("身份信息已登记");
        show(stranger, "/my/applications/new?session=" + session.id());
        album.take("apply-new", stranger);
    }

    @Test
    @Order(3)
    void fillingIn() {
        var player = one(Fate.UNFINISHED);
        var candidate = candidate(player);
        var form = "/my/applications/" + own(player).id();
        for (var step : List.of("photo", "certificates", "history", "condition", "materials")) {
            show(candidate, form + "/form/" + step);
            album.take("apply-" + step, candidate);
        }
        show(candidate, form + "/form/background").fill("学校", "");
        candidate.expectingFailureOf("/form/background").press("保存并继续").sees("处需要修改");
        album.take("apply-background", candidate);
        show(candidate, form + "/check");
        album.take("apply-check", candidate, 1700);
        var early = one(Fate.TOO_FEW_YEARS);
        var refused = candidate(early);
        show(refused, "/my/applications/" + own(early).id() + "/form/condition");
        album.take("apply-condition-not-met", refused);
    }

    @Test
    @Order(4)
    void reviewing() {
        var player = anyone(ApplicationStatus.FIRST_REVIEW);
        var candidate = candidate(player);
        show(candidate, "/my");
        album.takeWithMenu("start-candidate", candidate);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application", candidate);
        var reviewer = office(Role.BODY_ELIGIBILITY_REVIEWER);
        album.takeWithMenu("start-body", reviewer);
        show(reviewer, "/body/reviews");
        album.take("reviews", reviewer, 900);
        show(reviewer, "/body/reviews/" + own(player).id()).press("认领").sees("由您审核");
        album.take("review", reviewer);
        reviewer.expectingFailureOf("/decision").check("退回补正").press("提交结论");
        album.take("review-wrong", reviewer, 900);
        reviewer.check("通过").press("提交结论").sees("已提交对" + player.name());
        album.take("review-done", reviewer, 700);
    }

    @Test
    @Order(5)
    void atTheCounter() {
        var clerk = office(Role.COUNTY_CLERK);
        show(clerk, "/authority/counter/new");
        album.take("counter-new", clerk);
        show(clerk, "/authority/counter");
        album.take("counter", clerk, 700);
    }

    @Test
    @Order(6)
    void correcting() {
        playUntil("reviewed-1");
        var player = anyone(ApplicationStatus.RETURNED);
        var candidate = candidate(player);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application-returned", candidate);
    }

    @Test
    @Order(7)
    void reviewingAgain() {
        playUntil("corrected-2");
        var city = office(Role.CITY_REVIEWER);
        show(city, "/authority/reviews?status=SECOND_REVIEW");
        album.take("reviews-city", city, 900);
        var id = own(anyone(ApplicationStatus.SECOND_REVIEW)).id();
        show(city, "/authority/reviews/" + id).check("不通过").check("不符合所报条件");
        album.take("review-city", city);
        city.press("提交结论").sees("确定“不通过”吗？");
        album.take("review-refuse", city, 700);
    }

    @Test
    @Order(8)
    void paying() {
        playUntil("reviewed-city");
        var player = anyone(ApplicationStatus.ADMITTED);
        var candidate = candidate(player);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application-admitted", candidate, 900);
        candidate.follow("去缴费");
        album.take("payment-open", candidate);
        candidate.press("去缴费").press("支付失败").sees("去缴费");
        album.take("payment-failed", candidate, 900);
        candidate.press("去缴费").press("支付 ").sees("已缴费");
        album.take("payment-paid", candidate, 900);
        show(candidate, "/my/applications/" + own(player).id() + "/withdrawal");
        album.take("withdrawal", candidate, 800);
        var finance = office(Role.CITY_FINANCE);
        show(finance, "/authority/payments");
        album.take("payments", finance, 900);
    }

    @Test
    @Order(9)
    void grouping() {
        playUntil("payment-over");
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/groups"));
        album.take("groups", clerk, 800);
        clerk.follow("杭州市 ");
        clerk.check("统筹到另一个市").select("接收的市", "宁波市").fill("理由", "宁波市人数够，车程两小时");
        album.take("group-propose", clerk);
        playUntil("proposed");
        var approver = office(Role.PROVINCE_APPROVER);
        show(approver, exams("/groups")).follow("杭州市 ");
        album.take("group-decide", approver);
        moved(approver);
        playUntil("decided");
        var player = cast.with(Fate.PASSES).stream().filter(this::pooled).findFirst().orElseThrow();
        var candidate = candidate(player);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application-pooled", candidate, 900);
    }

    /** The guards of Wenzhou sit a week later. */
    private void moved(Visitor approver) {
        show(approver, exams("/groups")).follow("温州市 ");
        approver.check("改期").fill("改到哪一天", Season.AUTUMN.otherDay().toString());
        approver.fill("理由", "温州市考生统一改期，便于就近参加").press("作出决定");
        approver.sees("改到2021-10-30考试");
        album.take("group-moved", approver, 900);
        var candidate = candidate(inWenzhou());
        show(candidate, "/my/applications/" + own(inWenzhou()).id());
        album.take("application-moved", candidate, 1000);
    }

    private boolean pooled(Player player) {
        return player.city().equals(HANGZHOU) && player.occupation().equals("安检员");
    }

    @Test
    @Order(10)
    void reporting() {
        playUntil("left");
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/reports/330100"));
        album.take("report", clerk);
        playUntil("city-report-late");
        var province = office(Role.PROVINCE_CLERK);
        show(province, exams("/reports"));
        album.take("reports", province, 900);
    }
}
