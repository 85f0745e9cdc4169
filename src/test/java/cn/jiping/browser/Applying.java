package cn.jiping.browser;

import cn.jiping.plan.SessionId;
import cn.jiping.registration.RegistrationFixtures;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;

/** A welder's way on the phone from the announcement to the application handed in, page by page. */
record Applying(Visitor welder, Matters matters) {

    void begin(SessionId session) {
        welder.visit("/my/applications").sees("还没有报名").looksGood("applications-empty");
        welder.visit("/sessions/" + session).follow("我要报名");
        welder.sees("请先登记您的身份信息").looksGoodEverywhere("apply-identify");
        welder.at(Screen.PHONE).follow("登记身份信息").isAt("/account/identity");
        matters.saysWhoTheyAre(welder);
        welder.isAt("/my/applications/new");
        welder.expectingFailureOf("/my/applications").press("继续");
        welder.sees("请选择职业").looksGoodEverywhere("apply-new-wrong");
        welder.at(Screen.PHONE).check("焊工 一级/高级技师").select("在哪个市报名？", "杭州市");
        welder.press("继续");
    }

    void photo() throws IOException {
        welder.sees("上传照片").looksGoodEverywhere("apply-photo");
        welder.at(Screen.PHONE).expectingFailureOf("/materials/PHOTO").press("上传照片");
        welder.sees("请先选择文件").looksGood("apply-photo-wrong");
        upload("#file");
        welder.sees("已上传").looksGoodEverywhere("apply-photo-there");
        welder.at(Screen.PHONE).follow("继续");
    }

    private void upload(String field) throws IOException {
        try (var image = RegistrationFixtures.photo().content()) {
            var file = new FilePayload("photo.png", "image/png", image.readAllBytes());
            welder.page().locator(field).setInputFiles(file);
        }
        welder.page().locator("form:has(" + field + ") button").first().click();
        welder.sees("已上传。");
    }

    void background() {
        welder.sees("最高学历").expectingFailureOf("/form/background").press("保存并继续");
        welder.sees("处需要修改").looksGoodEverywhere("apply-background-wrong");
        welder.at(Screen.PHONE).select("学历", "大学专科");
        welder.fill("学校", "杭州演示职业学院").page().getByLabel("专业").first().fill("焊接技术");
        welder.check("是").check("已经毕业");
        welder.fill("工作单位", "杭州演示重工有限公司").fill("现从事职业", "焊工");
        welder.press("保存并继续");
    }

    void certificates(String issuedOn) {
        welder.sees("证书 1").looksGoodEverywhere("apply-certificates");
        welder.at(Screen.PHONE).press("再填一本证书").sees("证书 2");
        welder.fill("证书上的职业", "焊工").page().getByLabel("等级").first().selectOption("TECHNICIAN");
        welder.fill("证书编号", "1711003302200035").fill("颁证机构", "浙江省演示鉴定中心");
        welder.fill("发证日期", issuedOn).press("保存并继续");
    }

    void history() {
        welder.sees("经历 1").fill("开始日期", "2004-07-01");
        welder.fill("工作单位", "杭州演示重工有限公司").fill("岗位", "焊接班长");
        welder.select("做的是申报职业吗？", "是").looksGoodEverywhere("apply-history");
        welder.at(Screen.PHONE).press("保存并继续");
    }

    void condition() {
        welder.sees("按您填写的内容，符合申报条件").check("取得二级证书后累计从事本职业满4年");
        welder.looksGoodEverywhere("apply-condition").at(Screen.PHONE).press("保存并继续");
    }

    void materials() throws IOException {
        welder.sees("工作年限证明").looksGoodEverywhere("apply-materials");
        welder.at(Screen.PHONE);
        upload("#file-YEARS_PROOF");
        upload("#file-CERTIFICATE");
        welder.seesNot("待上传");
        welder.looksGoodEverywhere("apply-materials-there");
        welder.at(Screen.PHONE).follow("去核对");
    }

    void handIn() {
        welder.sees("提交前请核对").looksGoodEverywhere("apply-check");
        welder.at(Screen.PHONE).expectingFailureOf("/submission").press("承诺并提交");
        welder.sees("请先勾选承诺").check("以上内容和材料真实、准确").press("承诺并提交");
        welder.sees("已提交，等待审核").sees("已提交，等待初审");
        welder.looksGoodEverywhere("application-handed-in");
        welder.at(Screen.PHONE).follow("职业技能鉴定申报表").sees("下载 PDF");
        welder.looksGoodEverywhere("application-sheet");
        welder.at(Screen.PHONE).visit("/my/applications").sees("待初审");
    }
}
