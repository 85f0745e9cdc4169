package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Role;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * Hangzhou seats its candidates, prints what hangs in its rooms, and a candidate fetches a ticket.
 */
class ArrangingInTheBrowserTests extends InTheBrowser {
    @Test
    void goesFromTheSiteToTheTicket() throws Exception {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.session();
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        siteOf(clerk);
        var candidate = people.as(Role.CANDIDATE, browser.visitor(Screen.PHONE));
        var person = matters.identified(candidate);
        var entry = season.entered(person, session);
        candidate.visit("/my/tickets").sees("不在日期内").looksGood("tickets-early");

        season.becomes(LocalDate.of(2021, 8, 9));
        clerk.visit("/authority/exams").looksGoodEverywhere("exams");
        clerk.follow("浙江省2021年10月职业资格全省统一鉴定").looksGoodEverywhere("exam-cities");
        clerk.follow("杭州市").sees("座位还没有编排").looksGoodEverywhere("exam-before");
        clerk.expectingFailureOf("/330100").press("编排座位").sees("请选择考点");
        clerk.select("考点", "杭州第一技师学院（1 个考场，30 座）").press("编排座位");
        clerk.sees("座位已编排").sees("202110330100001").looksGoodEverywhere("exam-arranged");
        assertThat(pdf(clerk, "/authority/exams/" + session + "/330100/papers/signing"))
                .contains("考生签到表", "演示沈清和", "202110330100001", "第1考场");
        assertThat(pdf(clerk, "/authority/exams/" + session + "/330100/papers/labels"))
                .contains("演示沈清和");

        season.becomes(LocalDate.of(2021, 10, 18));
        candidate.visit("/my/tickets").sees("可以下载").looksGood("tickets").follow("查看准考证");
        candidate.sees("2021-10-23 08:30").sees("第1考场 1 号").looksGood("ticket");
        assertThat(pdf(candidate, "/my/tickets/" + session + "/" + entry.id() + "/pdf"))
                .contains("准考证", "202110330100001", "杭州市萧山区学知路 1 号", "凭准考证");
    }

    private static void siteOf(Visitor clerk) {
        clerk.visit("/authority/sites").sees("没有符合条件的考点").follow("登记考点");
        clerk.fill("考点名称", "杭州第一技师学院").fill("地址", "杭州市萧山区学知路 1 号");
        clerk.page().locator("select[name=division]").selectOption("330100");
        clerk.check("理论及纸笔、上机考试").looksGoodEverywhere("site-entry").press("保存");
        clerk.sees("考点已登记").fill("考场名称", "第1考场").fill("座位", "30").fill("列数", "5");
        clerk.press("增加").sees("考场已增加").looksGoodEverywhere("site");
        clerk.visit("/authority/sites").looksGoodEverywhere("sites");
    }

    private static String pdf(Visitor visitor, String path) throws Exception {
        var answer = visitor.page().request().get(path);
        assertThat(answer.status()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
