package cn.jiping.draw.web;

import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawStatus;
import cn.jiping.draw.Draws;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may see of draws. */
@Controller
class PublicDrawController {
    private static final String LIST = "/draws";

    private final Draws draws;
    private final DrawPage page;

    PublicDrawController(Draws draws, DrawPage page) {
        this.draws = draws;
        this.page = page;
    }

    @GetMapping(LIST)
    String list(DrawList asked, Model model) {
        model.addAttribute("slice", draws.listPublished(asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", LIST);
        model.addAttribute("statuses", DrawStatus.values());
        model.addAttribute("kinds", DrawPage.kinds());
        model.addAttribute("staff", false);
        model.addAttribute("crumbs", List.of(new Crumb("/", "door.PUBLIC"), crumb(LIST)));
        return "draw/list";
    }

    @GetMapping("/draws/{id}")
    String one(@PathVariable DrawId id, Model model) {
        page.show(model, draws.published(id), LIST);
        model.addAttribute("staff", false);
        return "draw/one";
    }

    /** 抽取记录: the file for {@code verify-draw} and for the sums in the browser. */
    @GetMapping("/draws/{id}/record.json")
    ResponseEntity<String> record(@PathVariable DrawId id, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, Excel.attachment("draw-" + id + ".json"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(draws.record(actor, id));
    }

    static Crumb crumb(String base) {
        return new Crumb(base, "nav.draws");
    }
}
