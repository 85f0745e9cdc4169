package cn.jiping.draw.web;

import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawRow;
import cn.jiping.draw.DrawStatus;
import cn.jiping.draw.Draws;
import cn.jiping.draw.Party;
import cn.jiping.shared.Actor;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Draws of one's own scope, at the doors of those who take part. */
@Controller
@RequestMapping({"/authority/draws", "/body/draws", "/audit/draws"})
class DrawController {
    private static final List<String> HEADERS =
            List.of(
                    "number",
                    "title",
                    "subject",
                    "status",
                    "announced",
                    "due",
                    "pool",
                    "drawn",
                    "alternates");

    private final Draws draws;
    private final DrawPage page;
    private final MessageSource messages;

    DrawController(Draws draws, DrawPage page, MessageSource messages) {
        this.draws = draws;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, DrawList asked, HttpServletRequest request, Model model) {
        var base = Doors.base(request);
        model.addAttribute("slice", draws.list(actor, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", base);
        model.addAttribute("statuses", DrawStatus.values());
        model.addAttribute("kinds", DrawPage.kinds());
        model.addAttribute("staff", true);
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(PublicDrawController.crumb(base)));
        return "draw/list";
    }

    @GetMapping("/export")
    void export(Actor actor, DrawList asked, HttpServletResponse response, Locale locale)
            throws IOException {
        Excel.send(
                response,
                text("nav.draws", locale),
                HEADERS.stream().map(key -> text("page.draw.list." + key, locale)).toList(),
                to -> draws.export(actor, asked.filter(), row -> to.accept(cells(row, locale))));
    }

    private List<@Nullable Object> cells(DrawRow row, Locale locale) {
        return Arrays.asList(
                row.number(),
                row.title(),
                row.subject(),
                text("draw.status." + row.status(), locale),
                Doors.day(row.announcedAt()),
                day(row),
                row.counts().pool(),
                row.counts().drawn(),
                row.counts().alternates());
    }

    private static @Nullable LocalDate day(DrawRow row) {
        var due = row.due();
        return due == null ? null : Doors.day(due);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable DrawId id, HttpServletRequest request, Model model) {
        var draw = draws.find(actor, id);
        page.show(model, draw, Doors.base(request));
        model.addAttribute("staff", true);
        model.addAttribute("leads", draws.mayLead(actor, draw));
        model.addAttribute(
                "seats",
                Arrays.stream(Party.values())
                        .filter(party -> draws.maySit(actor, draw, party))
                        .toList());
        return "draw/one";
    }

    /** 名单: the whole pool with names, for those in whose scope it lies. */
    @GetMapping("/{id}/pool")
    void pool(Actor actor, @PathVariable DrawId id, HttpServletResponse response, Locale locale)
            throws IOException {
        var draw = draws.find(actor, id);
        var sheet = PoolSheet.of(draw);
        var headers =
                sheet.headers().stream()
                        .map(key -> messages.getMessage("page.draw.pool." + key, null, key, locale))
                        .toList();
        Excel.send(response, draw.number(), headers, sheet.rows().iterator());
    }
}
