package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MendingAnAnnouncementTests extends OnDrawPages {
    @Test
    void tellsEveryFaultAtItsFieldAndKeepsTheInput() {
        var form = form();
        form.put("pool", POOL + "\t无号\t\t\t\t\t\t\nKP1\t重号\t零\t\t\t\t\t\n");
        form.put("rules.drawn", "x");
        form.put("times.commitBy", "");

        var page = post(CENTRE, "/authority/draws/preview", form);

        assertThat(page).hasStatus(422);
        assertThat(body(page))
                .contains("第 7 行没有编号", "第 8 行的权重“零”")
                .contains("“抽取数量”请填写整数", "请填写“承诺截止”")
                .contains("杭州市技能评价中心", "重号");
    }

    @Test
    void tellsAllFaultsAtOnceInTheOrderOfTheForm() {
        var form = form();
        form.put("heading.title", "");
        form.put("times.revealBy", form.get("times.commitBy"));
        form.put("rules.alternates", "二");
        form.put("pool", POOL + "KP1\t重号\t零\t\t\t\t\t\n");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .containsSubsequence(
                        "有 5 处需要修改",
                        "请填写“名称”",
                        "公布密数的期限必须晚于公开随机数产生的时刻",
                        "“候补数量”请填写整数",
                        "第 7 行的权重“零”",
                        "编号 KP1 重复",
                        "<legend>抽取什么</legend>");
    }

    @Test
    void doesNotJudgeWhatRestsOnWhatItCouldNotRead() {
        var form = form();
        form.put("rules.drawn", "");
        form.put("heading.division", "");
        form.put("seats.labelB", "");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("有 3 处需要修改", "“抽取数量”请填写整数", "请填写“承诺方乙名称”");
    }

    @Test
    void explainsRulesNobodyCouldFulfil() {
        var form = form();
        form.put("rules.first.value", "高级考评员");
        form.put("rules.first.atLeast", "3");
        form.put("rules.drawn", "3");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("“高级考评员”至少要抽 3 条，名单中只有 2 条");
    }

    @Test
    void refusesAClauseTheDocumentDoesNotHave() {
        var form = form();
        form.put("heading.clause", "二(九)");

        for (var path : List.of("/authority/draws/preview", "/authority/draws")) {
            var page = post(CENTRE, path, form);
            assertThat(page).as(path).hasStatus(422);
            assertThat(body(page))
                    .contains("href=\"#heading.clause\"", "浙技评〔2023〕20号没有“二(九)”这一条")
                    .contains("相近的有：二(一)、二(五)", "href=\"/law/ZJ2023-20\"")
                    .doesNotContain("核对无误就公告");
        }
    }

    @Test
    void refusesAnExclusionByAClauseTheDocumentDoesNotHave() {
        var form = form();
        form.put("pool", POOL + "KP6\t顾清\t\t\t\t亲属\tZJ2022-16\t九九\n");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("浙人社发〔2022〕16号没有“九九”这一条", "href=\"#pool\"");
    }

    @Test
    void refusesADocumentNotInForceHere() {
        var form = form();
        form.put("heading.document", "JL2017-11");

        var page = post(CENTRE, "/authority/draws", form);

        assertThat(page).hasStatus(422);
        assertThat(body(page))
                .contains("“JL2017-11”不是现在在这里施行的文件", "ZJ2023-20（浙技评〔2023〕20号）")
                .doesNotContain("value=\"JL2017-11\"");
    }

    @Test
    void keepWhatWasPickedWhenSomethingIsWrong() {
        var form = form();
        form.put("heading.title", "");
        var page = post(CENTRE, "/authority/draws/preview", form);

        assertThat(page).hasStatus(422);
        assertThat(body(page))
                .contains("<option value=\"ZJ2023-20\" selected=\"selected\">")
                .contains("name=\"heading.body\" value=\"" + DrawFixtures.BODY + "\"");
    }

    @Test
    void answersHostileInputWithoutBreaking() {
        assertThat(get(CENTRE, "/authority/draws?q=%00%27;drop&sort=x&status=x"))
                .contains("没有符合的抽取");
        for (var field :
                List.of("clientKey", "heading.title", "heading.division", "pool", "rules.drawn")) {
            var form = form();
            form.put(field, "编号,名称\n<script>\u0000,\ud800" + "长".repeat(3000));

            assertThat(post(CENTRE, "/authority/draws", form)).as(field).hasStatus(422);
            assertThat(post(CENTRE, "/authority/draws/preview", form)).as(field).hasStatus(422);
        }
        var named = form();
        named.put("pool", "编号,名称\nKP1,\u0000\nKP2,x");
        assertThat(post(CENTRE, "/authority/draws", named)).hasStatus(422);
    }
}
