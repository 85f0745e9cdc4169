package cn.jiping.territory.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Shift;
import cn.jiping.territory.Territories;
import cn.jiping.territory.TerritoryRefused;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing the tree: fill in, see what it does to whom, confirm. */
@Controller
class AdjustmentController {
    private final Territories territories;
    private final BusinessClock clock;
    private final HistoryWords words;
    private final MessageSource messages;

    AdjustmentController(
            Territories territories,
            BusinessClock clock,
            HistoryWords words,
            MessageSource messages) {
        this.territories = territories;
        this.clock = clock;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/admin/territory/{code}/adjust/{kind}")
    String form(@PathVariable DivisionCode code, @PathVariable("kind") String path, Model model) {
        var kind = AdjustmentKind.of(path);
        model.addAttribute("form", AdjustmentForm.empty(clock.today()));
        return show("territory/adjust", code, kind, model);
    }

    @GetMapping("/admin/territory/{code}/adjust/{kind}/check")
    String check(
            @PathVariable DivisionCode code,
            @PathVariable("kind") String path,
            @ModelAttribute("form") AdjustmentForm form,
            BindingResult errors,
            Model model) {
        var kind = AdjustmentKind.of(path);
        var order = form.read(kind, code, errors);
        if (order.isEmpty()) {
            return show("territory/adjust", code, kind, model);
        }
        try {
            var on = order.get().on();
            var preview = territories.preview(order.get().adjustment(), on);
            model.addAttribute("order", order.get());
            model.addAttribute("seen", preview.revision());
            model.addAttribute("changes", preview.changes().stream().map(words::full).toList());
            model.addAttribute(
                    "shifts", preview.shifts().stream().map(shift -> row(shift, on)).toList());
            return show("territory/check", code, kind, model);
        } catch (TerritoryRefused refused) {
            errors.reject(
                    "refusal." + refused.code(), refused.arguments().toArray(), refused.code());
            return show("territory/adjust", code, kind, model);
        }
    }

    private ShiftRow row(Shift shift, LocalDate on) {
        return new ShiftRow(
                shift.name() + " " + shift.place(),
                shift.before().size(),
                shift.after().size(),
                shift.lost().stream().map(code -> words.named(code, on)).toList(),
                shift.gained().stream().map(code -> words.named(code, on)).toList());
    }

    @PostMapping("/admin/territory/{code}/adjust/{kind}")
    String adjust(
            Actor actor,
            @PathVariable DivisionCode code,
            @PathVariable("kind") String path,
            @ModelAttribute("form") AdjustmentForm form,
            BindingResult errors,
            @RequestParam UUID seen,
            RedirectAttributes redirect) {
        var order =
                form.read(AdjustmentKind.of(path), code, errors)
                        .orElseThrow(() -> InvalidInput.of("form", "territory.incomplete"));
        territories.adjust(actor, order.adjustment(), order.on(), order.basis(), seen);
        redirect.addFlashAttribute(
                "notice", Notice.ok("page.territory.adjusted", order.on().toString()));
        return "redirect:/admin/territory/" + code;
    }

    @GetMapping("/admin/territory/decrees/{id}")
    String decree(@PathVariable UUID id, Model model) {
        var recorded = territories.decree(id).orElseThrow(() -> new NotFound("decree", id));
        model.addAttribute("decree", recorded.decree());
        model.addAttribute("planned", recorded.planned());
        model.addAttribute("withdrawal", recorded.withdrawal());
        model.addAttribute("seen", recorded.revision());
        model.addAttribute("changes", recorded.changes().stream().map(words::full).toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        TerritoryController.HOME,
                        TerritoryController.TREE,
                        new Crumb("/admin/territory/decrees/" + id, "page.territory.decree")));
        return "territory/decree";
    }

    @PostMapping("/admin/territory/decrees/{id}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam UUID seen,
            RedirectAttributes redirect) {
        territories.withdraw(actor, id, reason, seen);
        redirect.addFlashAttribute("notice", Notice.ok("page.territory.withdrawn"));
        return "redirect:/admin/territory";
    }

    private String show(String page, DivisionCode code, AdjustmentKind kind, Model model) {
        var place = territories.findEver(code).orElseThrow(() -> new NotFound("division", code));
        model.addAttribute("place", place);
        model.addAttribute("kind", kind);
        model.addAttribute("abolishes", kind.abolishes());
        model.addAttribute("parents", choices(d -> d.level() != DivisionLevel.COUNTY, place));
        model.addAttribute("peers", choices(d -> d.level() == place.level(), place));
        model.addAttribute("levels", levelsBelow(place));
        model.addAttribute("yesNo", List.of(choice("yes"), choice("no")));
        model.addAttribute(
                "crumbs",
                List.of(
                        TerritoryController.HOME,
                        TerritoryController.TREE,
                        Crumb.named("/admin/territory/" + code, place.name()),
                        new Crumb(
                                "/admin/territory/" + code + "/adjust/" + kind.path(),
                                "page.territory.adjust." + kind)));
        return page;
    }

    private List<Choice> choices(Predicate<Division> wanted, Division but) {
        var today = clock.today();
        return territories.all(today).stream()
                .filter(wanted)
                .filter(division -> !division.code().equals(but.code()))
                .map(division ->
                        new Choice(
                                division.code().value(),
                                territories.fullName(division.code(), today)
                                        + "　"
                                        + division.code()))
                .toList();
    }

    private List<Choice> levelsBelow(Division place) {
        return Arrays.stream(DivisionLevel.values())
                .filter(level -> level.compareTo(place.level()) > 0)
                .map(level -> new Choice(level.name(), text("page.territory.level." + level)))
                .toList();
    }

    private Choice choice(String answer) {
        return new Choice(answer, text("page.territory.authorised." + answer));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** Whose scope shifts, in words. */
    record ShiftRow(String place, int before, int after, List<String> lost, List<String> gained) {}
}
