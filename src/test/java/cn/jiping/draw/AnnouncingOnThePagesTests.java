package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import cn.jiping.web.Excel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncingOnThePagesTests extends OnDrawPages {
    @Test
    void showsWhatWouldBeAnnouncedAndAnnouncesIt() {
        var form = form();

        var preview = post(CENTRE, "/authority/draws/preview", form);
        assertThat(preview).hasStatusOk();
        assertThat(body(preview))
                .containsSubsequence(
                        "名单 4，排除 1；抽取 2，候补 1",
                        "考评员随机抽取",
                        "抽取考评员",
                        form.get("heading.subject"),
                        "杭州市",
                        "二(五)",
                        "不公布，只公布编号",
                        String.valueOf(form.get("times.commitBy")).replace('T', ' '),
                        "立即公开",
                        "杭州市技能评价中心（主管部门）",
                        "钱江职业技能培训学校（评价机构）",
                        "福利彩票3D 2024093期开奖号码",
                        "中国福利彩票官方网站",
                        "抽取 2，候补 1",
                        "水知白",
                        "现工作单位就是本次评价机构",
                        "KP5 林怀瑾",
                        "五(五)")
                .doesNotContain("回避", "??");

        var announced = post(CENTRE, "/authority/draws", form);
        assertThat(announced).hasStatus3xxRedirection();
        var page = get(CENTRE, location(announced));
        assertThat(page).contains("等待承诺", "取消本次抽取", "现工作单位就是本次评价机构", "KP5 林怀瑾");
    }

    @Test
    void goesBackFromTheSummaryWithEverythingKept() {
        var form = form();
        form.put("edit", "true");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("<legend>什么时候</legend>", "福利彩票3D 2024093期开奖号码", "水知白")
                .contains("value=\"" + form.get("times.commitBy") + "\"");
    }

    @Test
    void announcesOnceForADoubleClick() {
        var form = form();

        var first = location(post(CENTRE, "/authority/draws", form));
        var second = location(post(CENTRE, "/authority/draws", form));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void takesThePoolFromAnExcelFile() throws IOException {
        var workbook = new ByteArrayOutputStream();
        List<List<String>> rows = List.of(List.of("KP8", "云怀瑾"), List.of("KP9", "潘若谷"));
        Excel.write(
                workbook,
                "名单",
                List.of("编号", "名称", "权重", "组别", "单位", "排除原因", "依据文件", "依据条款"),
                rows.iterator());
        var pages = PagesAs.actor(context, CENTRE);
        var request =
                pages.post()
                        .uri("/authority/draws/preview")
                        .multipart()
                        .file("file", workbook.toByteArray());
        form().forEach(request::param);

        assertThat(body(request.exchange())).contains("名单 2，排除 0", "KP8", "云怀瑾");
    }

    @Test
    void fillsTheFormAgainAfterADrawThatFailed() {
        var id = announce();
        take(CENTRE, "/authority/draws/" + id + "/cancellation", Map.of("reason", "名单有误"));

        var page = get(CENTRE, "/authority/draws/new?after=" + id);

        assertThat(page).contains(id.toString(), "重新抽取的理由", "KP4", "姜景行");
        assertThat(get(Actor.anybody("test"), "/draws/" + id)).contains("取消：名单有误");
    }

    @Test
    void offerPlacesAndDocumentsToPickInSections() {
        var page = get(CENTRE, "/authority/draws/new");

        assertThat(page)
                .containsSubsequence(
                        "<legend>抽取什么</legend>",
                        "<option value=\"330100\" selected=\"selected\">杭州市</option>",
                        "<legend>依据哪一条</legend>",
                        "<option value=\"ZJ2023-20\">浙技评〔2023〕20号　质量监督</option>",
                        "<legend>什么时候</legend>")
                .doesNotContain("机构标识", "评价机构（选填）");
    }
}
