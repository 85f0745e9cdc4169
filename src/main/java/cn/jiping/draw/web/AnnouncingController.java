package cn.jiping.draw.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.DrawAnnouncement;
import cn.jiping.draw.DrawAnnouncement.Seat;
import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawView;
import cn.jiping.draw.Draws;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.ExcelTable;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import cn.jiping.web.PickList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 公告抽取 by hand: fill in, look at what would be announced, announce. */
@Controller
@RequestMapping("/authority/draws")
class AnnouncingController {
    private static final String BASE = "/authority/draws";
    private static final String FORM = "draw/new";
    private static final List<String> PURPOSES =
            List.of("assessor", "sample", "inspection", "inspector", "other");

    /** Where the facade's fields stand in the form. */
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("title", "heading.title"),
                    Map.entry("purpose", "heading.purpose"),
                    Map.entry("subject", "heading.subject"),
                    Map.entry("division", "heading.division"),
                    Map.entry("basis", "heading.document"),
                    Map.entry("basis.clause", "heading.clause"),
                    Map.entry("predecessor.reason", "heading.reason"),
                    Map.entry("times.publicValueFrom", "times.valueFrom"),
                    Map.entry("seats.A", "heading.division"),
                    Map.entry("seats.A.label", "seats.labelA"),
                    Map.entry("seats.B", "seats.kindB"),
                    Map.entry("seats.B.label", "seats.labelB"),
                    Map.entry("publicSource.what", "seats.what"),
                    Map.entry("publicSource.lookUp", "seats.lookUp"),
                    Map.entry("rules.grouping", "rules.first.value"),
                    Map.entry("rules.spread", "rules.perEmployer"),
                    Map.entry("rules", "rules.drawn"));

    private final Draws draws;
    private final BusinessClock clock;
    private final ObjectProvider<PickList> lists;
    private final MessageSource messages;

    AnnouncingController(
            Draws draws,
            BusinessClock clock,
            ObjectProvider<PickList> lists,
            MessageSource messages) {
        this.draws = draws;
        this.clock = clock;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/new")
    String empty(
            Actor actor,
            @RequestParam(required = false) @Nullable DrawId after,
            Locale locale,
            Model model) {
        var key = Ids.next().toString();
        model.addAttribute(
                "form",
                after == null
                        ? NewDrawForm.empty(key, division(actor))
                        : after(draws.find(actor, after), key));
        return form(actor, model, locale);
    }

    private static @Nullable String division(Actor actor) {
        var divisions = actor.scope().divisions();
        return divisions.isEmpty() ? null : Collections.min(divisions).value();
    }

    /** The form as it was for the draw that did not come to a result, or is to be followed. */
    private static NewDrawForm after(DrawView before, String key) {
        var heading = before.announcement().heading();
        var division = heading.place().division();
        var body = heading.place().body();
        var clause = heading.basis() instanceof Source.Clause c ? c : null;
        var empty = NewDrawForm.empty(key, null);
        return new NewDrawForm(
                new NewDrawForm.HeadingPart(
                        heading.purpose(),
                        heading.title(),
                        heading.subject().id(),
                        division == null ? null : division.value(),
                        body == null ? null : body.toString(),
                        clause == null ? null : clause.document(),
                        clause == null ? null : clause.clause(),
                        String.valueOf(heading.namesPublished()),
                        before.id().toString(),
                        null),
                empty.times(),
                empty.seats(),
                empty.rules(),
                pool(before),
                key);
    }

    private static String pool(DrawView draw) {
        var rows = new ArrayList<ExcelTable.Row>();
        for (var entry : draw.announcement().pool().entries()) {
            rows.add(
                    new ExcelTable.Row(
                            0,
                            Map.of(
                                    PoolText.NUMBER,
                                    entry.number(),
                                    PoolText.NAME,
                                    draw.name(entry.number()),
                                    PoolText.WEIGHT,
                                    String.valueOf(entry.weight()),
                                    PoolText.GROUP,
                                    entry.attributes().getOrDefault(PoolText.GROUP, ""),
                                    PoolText.EMPLOYER,
                                    entry.attributes().getOrDefault(PoolText.EMPLOYER, ""))));
        }
        for (var exclusion : draw.announcement().pool().exclusions()) {
            var clause = exclusion.source() instanceof Source.Clause c ? c : null;
            rows.add(
                    new ExcelTable.Row(
                            0,
                            Map.of(
                                    PoolText.NUMBER,
                                    exclusion.number(),
                                    PoolText.NAME,
                                    draw.name(exclusion.number()),
                                    PoolText.REASON,
                                    exclusion.reason(),
                                    PoolText.DOCUMENT,
                                    clause == null ? "" : clause.document(),
                                    PoolText.CLAUSE,
                                    clause == null ? "" : clause.clause())));
        }
        return PoolText.of(rows);
    }

    /** 名单模板. */
    @GetMapping("/pool-template")
    void template(HttpServletResponse response, Locale locale) throws IOException {
        Excel.send(
                response,
                messages.getMessage("page.draw.new.template", null, locale),
                PoolText.COLUMNS,
                Collections.emptyIterator());
    }

    @PostMapping("/preview")
    String preview(
            Actor actor,
            @ModelAttribute("form") NewDrawForm given,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean edit,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        var form = given;
        var found = new ArrayList<Fault>();
        try {
            form = uploaded(given, file);
        } catch (InvalidInput e) {
            found.addAll(inForm(e.faults()));
        }
        var read = form.read(clock.now());
        found.addAll(faults(read));
        var faults = new BeanPropertyBindingResult(form, "form");
        Forms.reject(faults, new InvalidInput(found));
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", faults);
        if (faults.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        form(actor, model, locale);
        return edit || faults.hasErrors() ? FORM : preview(actor, read.announcement(), model);
    }

    private static NewDrawForm uploaded(NewDrawForm form, @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return form;
        }
        try (var in = file.getInputStream()) {
            var table = ExcelTable.read(in, PoolText.COLUMNS, ExcelTable.Limits.usual());
            return form.withPool(PoolText.of(table.rows()));
        }
    }

    @PostMapping
    String announce(
            Actor actor,
            @ModelAttribute("form") NewDrawForm form,
            BindingResult faults,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        try {
            var read = form.read(clock.now());
            if (!read.faults().isEmpty()) {
                throw new InvalidInput(faults(read));
            }
            var id = draws.announce(actor, read.announcement());
            redirect.addFlashAttribute("notice", Notice.ok("page.draw.new.done"));
            return "redirect:" + BASE + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, new InvalidInput(inForm(e.faults())));
        } catch (Refusal e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(actor, model, locale);
    }

    /** All that is wrong, what could not be read and what does not fit, each once. */
    private List<Fault> faults(DrawFormReading.Read read) {
        var all = new ArrayList<>(read.faults());
        inForm(draws.faults(read.announcement())).stream()
                .filter(fault -> read.canJudge(fault))
                .forEach(all::add);
        return all;
    }

    private static List<Fault> inForm(List<Fault> faults) {
        return faults.stream().map(AnnouncingController::inForm).toList();
    }

    private static Fault inForm(Fault fault) {
        var field = field(fault.field());
        return fault.code().equals("draw.line")
                ? new Fault(
                        field,
                        "draw.line-of",
                        List.of(NewDrawForm.named(field), fault.arguments().getFirst()))
                : new Fault(field, fault.code(), fault.arguments());
    }

    private static String field(String field) {
        return field.startsWith("pool.") || field.equals("file")
                ? "pool"
                : FIELDS.getOrDefault(field, field);
    }

    /** Everything that will stand, to be read before it does. */
    private String preview(Actor actor, DrawAnnouncement announcement, Model model) {
        var place = announcement.heading().place();
        model.addAttribute("a", announcement);
        model.addAttribute("division", named(PickList.Kind.PLACE, place.division(), actor));
        model.addAttribute("body", named(PickList.Kind.BODY, place.body(), actor));
        model.addAttribute("excluded", DrawPage.excluded(announcement.pool()));
        model.addAttribute("fields", NewDrawForm.NAMES);
        return "draw/check";
    }

    private @Nullable String named(PickList.Kind kind, @Nullable Object picked, Actor actor) {
        return picked == null
                ? null
                : picked(kind, actor).stream()
                        .filter(choice -> choice.value().equals(picked.toString()))
                        .map(Choice::text)
                        .findAny()
                        .orElse(picked.toString());
    }

    private String form(Actor actor, Model model, Locale locale) {
        model.addAttribute("places", picked(PickList.Kind.PLACE, actor));
        model.addAttribute("bodies", picked(PickList.Kind.BODY, actor));
        model.addAttribute("law", draws.citable(actor));
        model.addAttribute("purposes", choices(PURPOSES.stream(), "page.draw.purpose.", locale));
        model.addAttribute(
                "sitters",
                choices(Stream.of(Seat.Sitter.values()).map(Enum::name), "draw.sitter.", locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        PublicDrawController.crumb(BASE),
                        new Crumb(BASE + "/new", "page.draw.new.title")));
        return FORM;
    }

    private List<Choice> picked(PickList.Kind kind, Actor actor) {
        return lists.stream()
                .filter(list -> list.kind() == kind)
                .flatMap(list -> list.choices(actor).stream())
                .toList();
    }

    private List<Choice> choices(Stream<String> values, String prefix, Locale locale) {
        return values.map(value ->
                        new Choice(value, messages.getMessage(prefix + value, null, locale)))
                .toList();
    }
}
