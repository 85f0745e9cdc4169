package cn.jiping.policy.web;

import cn.jiping.policy.web.LawRows.ValueRow;
import cn.jiping.web.Crumb;
import cn.jiping.web.Csv;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 取值一览: every dated value of the law book, through time or on one day. */
@Controller
class LawValuesController {
    private static final List<String> COLUMNS =
            List.of("地区", "法规页", "页代号", "起", "止", "状态", "取值", "依据", "适用");

    private final LawRows rows;
    private final LawWords words;

    LawValuesController(LawRows rows, LawWords words) {
        this.rows = rows;
        this.words = words;
    }

    @GetMapping("/law/values")
    String list(ValueSearch asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("jurisdictions", LawController.choices(rows.jurisdictions(), words));
        model.addAttribute("slice", Asked.slice(found(asked), asked.paging()));
        model.addAttribute(
                "crumbs",
                List.of(
                        LawController.HOME,
                        LawController.LAW,
                        new Crumb("/law/values", "page.law.values.title")));
        model.addAttribute("wide", true);
        return "policy/values";
    }

    private List<ValueRow> found(ValueSearch asked) {
        return asked.wrong() ? List.of() : rows.values(asked);
    }

    @GetMapping("/law/values.xlsx")
    void excel(ValueSearch asked, HttpServletResponse response) throws IOException {
        asked.requireDay();
        Excel.send(response, "规则依据 取值", COLUMNS, cells(asked).iterator());
    }

    @GetMapping("/law/values.csv")
    void csv(ValueSearch asked, HttpServletResponse response) throws IOException {
        asked.requireDay();
        Csv.send(response, "规则依据 取值", COLUMNS, cells(asked).iterator());
    }

    private List<List<@Nullable Object>> cells(ValueSearch asked) {
        return rows.values(asked).stream().map(this::cells).toList();
    }

    private List<@Nullable Object> cells(ValueRow row) {
        return Arrays.asList(
                row.place(),
                row.page(),
                row.pagePath(),
                row.from(),
                row.until(),
                words.text("law.state." + row.state()),
                String.join("；", row.values()),
                row.cite(),
                row.governed());
    }
}
