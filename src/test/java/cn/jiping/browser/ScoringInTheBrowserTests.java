package cn.jiping.browser;

import cn.jiping.score.Scores;
import cn.jiping.shared.Role;
import cn.jiping.web.Excel;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scores of Hangzhou: read in, published by a second person, seen by the candidate. */
class ScoringInTheBrowserTests extends InTheBrowser {
    private static final String TICKET = "202110330100001";

    @Autowired Scores scores;

    @Test
    void goFromTheWorkbookToTheCandidate() throws IOException {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        var session = season.session();
        var candidate = people.as(Role.CANDIDATE, browser.visitor(Screen.PHONE));
        season.seated(matters.identified(candidate), session, season.site());
        season.becomes(LocalDate.of(2021, 10, 25));
        var clerk = people.as(Role.PROVINCE_CLERK, browser.visitor(Screen.DESK));

        clerk.visit("/authority/scores").looksGoodEverywhere("scores");
        clerk.follow("浙江省2021年10月职业资格全省统一鉴定").sees("未公布");
        clerk.looksGoodEverywhere("scores-cities").follow("杭州市");
        clerk.sees("已有 0 个科目成绩，应有 3 个");
        upload(clerk, List.of(TICKET, "演示沈清和", 101, 60, ""));
        clerk.expectingFailureOf("/files").press("导入");
        clerk.sees("“101”不是成绩").looksGoodEverywhere("scores-wrong");
        upload(clerk, List.of(TICKET, "演示沈清和", 59.5, 60, "缺考"));
        clerk.press("导入").sees("新增或更改 3 个科目成绩").looksGoodEverywhere("scores-read");

        season.becomes(LocalDate.of(2021, 11, 20));
        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(Screen.DESK));
        approver.visit("/authority/scores/" + session + "/330100").follow("公布成绩");
        approver.sees("公布成绩吗").looksGoodEverywhere("scores-release").press("公布成绩");
        approver.sees("成绩已公布").looksGoodEverywhere("scores-released");
        candidate.visit("/my/scores").sees("59.5").sees("可以补考").looksGood("my-scores-one");
    }

    private void upload(Visitor clerk, List<Object> row) throws IOException {
        var out = new ByteArrayOutputStream();
        Excel.write(out, "成绩", scores.headers(), List.of(row).iterator());
        clerk.page()
                .setInputFiles(
                        "input[type=file]",
                        new FilePayload(
                                "成绩.xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                out.toByteArray()));
    }
}
