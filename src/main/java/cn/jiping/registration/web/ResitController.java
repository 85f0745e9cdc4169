package cn.jiping.registration.web;

import cn.jiping.payment.FeeItem;
import cn.jiping.registration.ResitRow;
import cn.jiping.registration.Resits;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Source;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 补考人员汇总表. */
@Controller
@RequestMapping(ResitController.BASE)
class ResitController {
    static final String BASE = "/authority/resits";

    private static final Source SUMMARY = new Source.Clause("JL2017-11", "五(三)");
    private static final List<String> HEADERS =
            List.of("name", "subject", "session", "city", "open", "kept", "until", "status");

    private final Resits resits;
    private final ApplicationPage page;

    ResitController(Resits resits, ApplicationPage page) {
        this.resits = resits;
        this.page = page;
    }

    @GetMapping
    String list(Actor actor, ResitList asked, Model model) {
        model.addAttribute("slice", resits.list(actor, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", BASE);
        model.addAttribute("sessions", resits.sessions(actor));
        model.addAttribute("subjects", FeeItem.values());
        model.addAttribute("kinds", ApplicationPage.kinds());
        model.addAttribute("source", SUMMARY);
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb("/authority", "door.AUTHORITY"), new Crumb(BASE, "nav.resits")));
        return "registration/resits";
    }

    @GetMapping("/export")
    void export(Actor actor, ResitList asked, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<List<?>>();
        resits.export(actor, asked.filter(), row -> rows.add(cells(row)));
        Excel.send(
                response,
                page.text("page.registration.resits.title"),
                HEADERS.stream().map(key -> page.text("page.registration.resits." + key)).toList(),
                rows.iterator());
    }

    private List<Object> cells(ResitRow row) {
        return List.of(
                row.name(),
                row.occupation() + " " + page.word(row.level()),
                row.sessionTitle(),
                row.cityName(),
                page.word(row.open()),
                page.word(row.kept()),
                row.until(),
                page.text("registration.status." + row.status()));
    }
}
