package cn.jiping.portal.web;

import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Reason;
import cn.jiping.shared.ReasonCode;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Source;
import cn.jiping.web.Cell;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

/** 界面样式手册: every part pages are made of, with samples. In the demo only. */
@Controller
class StyleguideController {
    private static final Instant NOW = Instant.parse("2021-08-13T01:12:00Z");
    private static final Source NOTICE = new Source.Clause("ZJ2021", "一(二)");

    private static final List<String> ICONS =
            List.of(
                    "menu",
                    "map-pin",
                    "user",
                    "clock",
                    "book",
                    "circle-check",
                    "circle-x",
                    "check",
                    "x",
                    "progress",
                    "printer",
                    "download",
                    "upload",
                    "calculator",
                    "alert-triangle",
                    "minus",
                    "ban",
                    "file-text",
                    "file-spreadsheet",
                    "arrow-up",
                    "arrow-down",
                    "arrows-sort",
                    "info-circle",
                    "help-circle",
                    "chevron-left",
                    "chevron-right",
                    "plus",
                    "columns",
                    "calendar",
                    "speakerphone",
                    "lock",
                    "search",
                    "language");

    private final boolean demo;

    StyleguideController(@Value("${jiping.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/styleguide")
    String show(Model model) {
        if (!demo) {
            throw new NotFound("page", "/styleguide");
        }
        model.addAttribute("crumbs", crumbs());
        dues(model);
        rulings(model);
        model.addAttribute("cells", cells());
        model.addAttribute("facts", facts());
        form(model);
        model.addAttribute("icons", ICONS);
        model.addAttribute("slice", new Slice<>(List.of("a", "b", "c"), 2134, new Paging(3, 20)));
        return "portal/styleguide";
    }

    private static List<Crumb> crumbs() {
        return List.of(
                new Crumb("/", "page.portal.home.crumb"),
                new Crumb("/styleguide", "page.portal.styleguide.title"));
    }

    private static void dues(Model model) {
        model.addAttribute(
                "dues",
                List.of(
                        Due.openInWorkingDays(in(28), NOW, 20),
                        Due.openInWorkingDays(in(3), NOW, 1),
                        Due.open(in(0), NOW),
                        Due.open(in(-1), NOW),
                        Due.done(in(-3), in(-4))));
    }

    /** The end of the day so many days from the sample day. */
    private static Instant in(int days) {
        return Instant.parse("2021-08-13T16:00:00Z").plus(Duration.ofDays(days));
    }

    private static void rulings(Model model) {
        model.addAttribute("met", Ruling.met(Reason.of(Sample.LOCAL, NOTICE)));
        model.addAttribute("notMet", Ruling.notMet(Reason.of(Sample.LICENSED_TRADE, NOTICE)));
        model.addAttribute(
                "undecided",
                new Ruling.Undecided(
                        Set.of("work-years"), List.of(Reason.of(Sample.YEARS_UNKNOWN, NOTICE))));
        model.addAttribute("practice", new Source.Practice("没有文件规定，先到先办"));
    }

    private static List<Cell> cells() {
        return List.of(
                Cell.now("资格审核已通过，等您缴费"),
                Cell.next("缴鉴定费 435.00 元"),
                Cell.until(Due.open(in(3), NOW)),
                Cell.basis(NOTICE));
    }

    private static List<Cell> facts() {
        return List.of(
                new Cell("导航", "最多 7 项，当前项加粗加底线"),
                new Cell("地区", "写全“浙江省 · 杭州市”，账号只能看见本地区"),
                new Cell("身份", "岗位和姓名"),
                new Cell("当前位置", "写到本页为止，最后一项不是链接"),
                new Cell("没有的", null));
    }

    private static void form(Model model) {
        var form = new SampleForm("顾砚秋", "33010619780101003", "", "", "", false);
        var faults = new BeanPropertyBindingResult(form, "sampleForm");
        faults.rejectValue("number", "sample", "身份证号应为 18 位，您填了 17 位");
        faults.rejectValue("unit", "sample", "请选择单位属于哪一类");
        model.addAttribute("sampleForm", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "sampleForm", faults);
        model.addAttribute("educations", List.of(new Choice("3", "大专"), new Choice("4", "本科")));
        model.addAttribute(
                "units",
                List.of(
                        new Choice("city", "市、县属单位或其他单位"),
                        new Choice("province", "省属或部属单位", "例如省属国有企业、中央在浙单位")));
    }

    /** A form with two faults. */
    public record SampleForm(
            String name,
            String number,
            String education,
            String unit,
            String note,
            boolean checked) {}

    /** Reasons as a rule would give them. */
    private enum Sample implements ReasonCode {
        LOCAL("styleguide.local"),
        LICENSED_TRADE("styleguide.licensed-trade"),
        YEARS_UNKNOWN("styleguide.years-unknown");

        private final String code;

        Sample(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
