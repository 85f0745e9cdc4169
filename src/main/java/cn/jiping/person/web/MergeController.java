package cn.jiping.person.web;

import cn.jiping.person.Merge;
import cn.jiping.person.MergeState;
import cn.jiping.person.PersonMerges;
import cn.jiping.person.PersonView;
import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is recorded twice: compare, propose, confirm, undo. */
@Controller
class MergeController {
    private static final Crumb DUPLICATES =
            new Crumb("/authority/persons/duplicates", "page.person.duplicates");
    private static final Crumb MERGES =
            new Crumb("/authority/persons/merges", "page.person.merges");

    private final PersonMerges merges;
    private final Persons persons;

    MergeController(PersonMerges merges, Persons persons) {
        this.merges = merges;
        this.persons = persons;
    }

    @GetMapping("/authority/persons/duplicates")
    String duplicates(
            Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        model.addAttribute("slice", merges.duplicates(actor.scope(), Paging.within(page, size)));
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs", List.of(PersonController.home(actor), PersonController.LIST, DUPLICATES));
        return "person/duplicates";
    }

    @GetMapping("/authority/persons/duplicates/{id}")
    String duplicate(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("form", new ProposalForm("", ""));
        return compare(actor, id, model);
    }

    private String compare(Actor actor, UUID id, Model model) {
        var pair =
                merges.duplicate(actor.scope(), id)
                        .orElseThrow(() -> new NotFound("duplicate", id));
        model.addAttribute("pair", pair);
        model.addAttribute("choices", List.of(choice(pair.one()), choice(pair.other())));
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(
                        PersonController.home(actor),
                        PersonController.LIST,
                        DUPLICATES,
                        new Crumb("/authority/persons/duplicates/" + id, "page.person.compare")));
        return "person/duplicate";
    }

    private static Choice choice(PersonView view) {
        var document = view.person().document();
        return new Choice(
                view.id().toString(),
                view.person().name() + "　" + (document == null ? "" : document));
    }

    /** Which of the two stays, and why they are one. */
    record ProposalForm(@Nullable String kept, @Nullable String reason) {}

    @PostMapping("/authority/persons/duplicates/{id}/propose")
    String propose(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var pair =
                merges.duplicate(actor.scope(), id)
                        .orElseThrow(() -> new NotFound("duplicate", id));
        var one = pair.one().id();
        var other = pair.other().id();
        var keepsOne = one.toString().equals(form.kept());
        if (!keepsOne && !other.toString().equals(form.kept())) {
            errors.rejectValue("kept", "invalid.person.choice");
        }
        if (errors.hasErrors()) {
            return compare(actor, id, model);
        }
        try {
            var merge =
                    merges.propose(
                            actor,
                            keepsOne ? one : other,
                            keepsOne ? other : one,
                            form.reason() == null ? "" : form.reason());
            redirect.addFlashAttribute("notice", Notice.ok("page.person.merge-proposed"));
            return "redirect:/authority/persons/merges/" + merge;
        } catch (InvalidInput invalid) {
            invalid.faults()
                    .forEach(fault ->
                            errors.rejectValue(
                                    fault.field(),
                                    "invalid." + fault.code(),
                                    fault.arguments().toArray(),
                                    fault.code()));
            return compare(actor, id, model);
        }
    }

    @PostMapping("/authority/persons/duplicates/{id}/dismiss")
    String dismiss(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        merges.dismiss(actor, id, reason);
        redirect.addFlashAttribute("notice", Notice.ok("page.person.dismissed"));
        return "redirect:/authority/persons/duplicates";
    }

    @GetMapping("/authority/persons/merges")
    String merges(
            Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        model.addAttribute("slice", merges.merges(actor.scope(), Paging.within(page, size)));
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs", List.of(PersonController.home(actor), PersonController.LIST, MERGES));
        return "person/merges";
    }

    @GetMapping("/authority/persons/merges/{id}")
    String merge(Actor actor, @PathVariable UUID id, Model model) {
        var row = merges.merge(actor.scope(), id).orElseThrow(() -> new NotFound("merge", id));
        var merge = row.merge();
        model.addAttribute("row", row);
        model.addAttribute("merge", merge);
        model.addAttribute("kept", view(actor, merge.pair().kept()));
        model.addAttribute("absorbed", absorbed(actor, merge));
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(
                        PersonController.home(actor),
                        PersonController.LIST,
                        MERGES,
                        new Crumb("/authority/persons/merges/" + id, "page.person.merge")));
        return "person/merge";
    }

    /** While the merge is in effect there is only one person to show. */
    private @Nullable PersonView absorbed(Actor actor, Merge merge) {
        return merge.state() == MergeState.CONFIRMED ? null : view(actor, merge.pair().absorbed());
    }

    private @Nullable PersonView view(Actor actor, PersonId person) {
        return persons.find(actor.scope(), person).orElse(null);
    }

    @PostMapping("/authority/persons/merges/{id}/confirm")
    String confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        merges.confirm(actor, id, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.person.merge-confirmed"));
        return "redirect:/authority/persons/merges/" + id;
    }

    @PostMapping("/authority/persons/merges/{id}/reject")
    String reject(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        merges.reject(actor, id, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.person.merge-rejected"));
        return "redirect:/authority/persons/merges/" + id;
    }

    @PostMapping("/authority/persons/merges/{id}/undo")
    String undo(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        merges.undo(actor, id, version, reason);
        redirect.addFlashAttribute("notice", Notice.ok("page.person.merge-undone"));
        return "redirect:/authority/persons/merges/" + id;
    }
}
