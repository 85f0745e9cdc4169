package cn.jiping.institution.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.institution.ExamSite;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteRow;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.Territories;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import cn.jiping.web.PickList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 考点登记: the list, one site with its rooms, and what the city changes of it. */
@Controller
@RequestMapping(SiteController.BASE)
class SiteController {
    static final String BASE = "/authority/sites";
    private static final List<String> HEADERS =
            List.of("name", "place", "address", "uses", "rooms", "seats", "state");

    private final Sites sites;
    private final Territories territories;
    private final ObjectProvider<PickList> lists;
    private final BusinessClock clock;
    private final MessageSource messages;

    SiteController(
            Sites sites,
            Territories territories,
            ObjectProvider<PickList> lists,
            BusinessClock clock,
            MessageSource messages) {
        this.sites = sites;
        this.territories = territories;
        this.lists = lists;
        this.clock = clock;
        this.messages = messages;
    }

    /** A row with the name of its place. */
    public record Shown(SiteRow site, String place) {}

    @GetMapping
    String list(Actor actor, SiteList asked, Model model) {
        var slice = sites.list(actor, asked.filter(), asked.paging());
        model.addAttribute("slice", slice);
        model.addAttribute("rows", slice.rows().stream().map(this::shown).toList());
        model.addAttribute("asked", asked);
        model.addAttribute("uses", SiteUse.values());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(crumb()));
        return "institution/sites";
    }

    private Shown shown(SiteRow row) {
        return new Shown(row, place(row.division()));
    }

    private String place(DivisionCode division) {
        return territories.fullName(division, clock.today());
    }

    private static Crumb crumb() {
        return new Crumb(BASE, "nav.sites");
    }

    @GetMapping("/export")
    void export(Actor actor, SiteList asked, HttpServletResponse response, Locale locale)
            throws IOException {
        Excel.send(
                response,
                text("nav.sites", locale),
                HEADERS.stream().map(key -> text("page.institution.site." + key, locale)).toList(),
                to -> sites.export(actor, asked.filter(), row -> to.accept(cells(row, locale))));
    }

    private List<Object> cells(SiteRow row, Locale locale) {
        return List.of(
                row.name(),
                place(row.division()),
                row.address(),
                row.usesInOrder().stream()
                        .map(use -> text("word.SiteUse." + use, locale))
                        .collect(Collectors.joining("、")),
                row.rooms(),
                row.seats(),
                text("page.institution.site." + (row.inUse() ? "open" : "closed"), locale));
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model) {
        model.addAttribute("form", SiteForm.blank());
        return form(actor, model, null);
    }

    private String form(Actor actor, Model model, @Nullable ExamSite site) {
        var here = site == null ? BASE + "/new" : BASE + "/" + site.id() + "/entry";
        model.addAttribute("site", site);
        model.addAttribute("here", here);
        model.addAttribute("places", places(actor));
        model.addAttribute(
                "crumbs",
                site == null
                        ? List.of(crumb(), new Crumb(here, "page.institution.site.new"))
                        : List.of(
                                crumb(),
                                Crumb.named(BASE + "/" + site.id(), site.entry().name()),
                                new Crumb(here, "page.institution.site.change")));
        return "institution/entry";
    }

    private List<Choice> places(Actor actor) {
        return lists.stream()
                .filter(list -> list.kind() == PickList.Kind.PLACE)
                .flatMap(list -> list.choices(actor).stream())
                .toList();
    }

    @PostMapping("/new")
    String open(
            Actor actor,
            @ModelAttribute("form") SiteForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return Forms.take(
                faults,
                response,
                () -> {
                    var id = sites.open(actor, form.draft(), form.key());
                    redirect.addFlashAttribute("notice", Notice.ok("page.institution.site.opened"));
                    return "redirect:" + BASE + "/" + id;
                },
                () -> form(actor, model, null));
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable SiteId id, Model model) {
        var site = sites.find(actor, id);
        model.addAttribute("form", SiteForm.RoomForm.after(site));
        return page(model, site);
    }

    private String page(Model model, ExamSite site) {
        model.addAttribute("site", site);
        model.addAttribute("place", place(site.entry().division()));
        model.addAttribute("here", BASE + "/" + site.id());
        model.addAttribute(
                "crumbs",
                List.of(crumb(), Crumb.named(BASE + "/" + site.id(), site.entry().name())));
        return "institution/site";
    }

    @GetMapping("/{id}/entry")
    String entry(Actor actor, @PathVariable SiteId id, Model model) {
        var site = sites.find(actor, id);
        model.addAttribute("form", SiteForm.of(site));
        return form(actor, model, site);
    }

    @PostMapping("/{id}/entry")
    String change(
            Actor actor,
            @PathVariable SiteId id,
            @ModelAttribute("form") SiteForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return Forms.take(
                faults,
                response,
                () -> {
                    sites.change(actor, id, form.draft(), form.seen());
                    redirect.addFlashAttribute(
                            "notice", Notice.ok("page.institution.site.changed"));
                    return "redirect:" + BASE + "/" + id;
                },
                () -> form(actor, model, sites.find(actor, id)));
    }

    @PostMapping("/{id}/rooms")
    String addRoom(
            Actor actor,
            @PathVariable SiteId id,
            @ModelAttribute("form") SiteForm.RoomForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return Forms.take(
                faults,
                response,
                () -> {
                    sites.addRoom(
                            actor,
                            id,
                            form.name(),
                            SiteForm.RoomForm.number(form.seats()),
                            SiteForm.RoomForm.number(form.columns()),
                            form.seen());
                    redirect.addFlashAttribute(
                            "notice", Notice.ok("page.institution.site.room-added"));
                    return "redirect:" + BASE + "/" + id;
                },
                () -> page(model, sites.find(actor, id)));
    }

    @PostMapping("/{id}/rooms/{room}/removal")
    String removeRoom(
            Actor actor,
            @PathVariable SiteId id,
            @PathVariable UUID room,
            @RequestParam int version,
            RedirectAttributes redirect) {
        sites.removeRoom(actor, id, room, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.institution.site.room-removed"));
        return "redirect:" + BASE + "/" + id;
    }

    @GetMapping("/{id}/closing")
    String askToClose(Actor actor, @PathVariable SiteId id, Model model) {
        var site = sites.find(actor, id);
        model.addAttribute("form", new SiteForm.ClosingForm(null, site.version()));
        return closing(model, site);
    }

    private String closing(Model model, ExamSite site) {
        page(model, site);
        return "institution/closing";
    }

    @PostMapping("/{id}/closing")
    String close(
            Actor actor,
            @PathVariable SiteId id,
            @ModelAttribute("form") SiteForm.ClosingForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return Forms.take(
                faults,
                response,
                () -> {
                    sites.close(actor, id, form.why(), form.seen());
                    redirect.addFlashAttribute("notice", Notice.ok("page.institution.site.ended"));
                    return "redirect:" + BASE + "/" + id;
                },
                () -> closing(model, sites.find(actor, id)));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
