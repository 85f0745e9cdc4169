package cn.jiping.registration.web;

import cn.jiping.person.Persons;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationSheets;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Material;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Source;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** 一个报名: how far it came, its printed form, and the steps that end or reopen it. */
@Controller
@RequestMapping({FormPages.EACH_MINE, FormPages.EACH_AT_COUNTER})
class ApplicationController {
    private static final Source FORM = new Source.Clause("JL2017-11", "附件");

    private final Applications applications;
    private final ApplicationSheets sheets;
    private final Persons persons;
    private final FormPages pages;
    private final ApplicationPage page;

    ApplicationController(
            Applications applications,
            ApplicationSheets sheets,
            Persons persons,
            FormPages pages,
            ApplicationPage page) {
        this.applications = applications;
        this.sheets = sheets;
        this.persons = persons;
        this.pages = pages;
        this.page = page;
    }

    @GetMapping
    String one(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        var session = page.session(actor, view);
        var sitting = page.sittingSession(actor, view);
        pages.show(actor, view, model);
        model.addAttribute("kind", ApplicationPage.kind(view.status()));
        var changed = applications.later(actor, id).orElse(null);
        model.addAttribute(
                "cells",
                changed == null || sitting.onAnotherDay()
                        ? page.ownCells(view, sitting)
                        : page.cells(view, session, "mine"));
        model.addAttribute("way", page.way(view, session, sitting));
        var gaps = applications.gaps(actor, id);
        model.addAttribute("gaps", gaps);
        model.addAttribute("gapsSaid", page.word(gaps));
        model.addAttribute("decision", applications.decision(actor, id).orElse(null));
        model.addAttribute("resitDecision", applications.resitDecision(actor, id).orElse(null));
        model.addAttribute("changed", changed);
        model.addAttribute("toCorrect", ApplicationPage.toCorrect(view));
        model.addAttribute(
                "contact",
                session.part(view.about().place().city())
                        .map(part -> part.accepting())
                        .orElse(null));
        model.addAttribute("photo", view.form().materials().get(Material.PHOTO));
        return "registration/application";
    }

    /** 职业技能鉴定申报表, with every field of the form that is archived, to print. */
    @GetMapping("/sheet")
    String sheet(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        pages.show(
                actor,
                view,
                model,
                new Crumb(FormPages.here(actor, id) + "/sheet", "page.registration.sheet"));
        model.addAttribute(
                "person", persons.find(actor.scope(), view.about().person()).orElse(null));
        model.addAttribute("photo", view.form().materials().get(Material.PHOTO));
        model.addAttribute(
                "worked", page.text("check.worked.years", applications.yearsWorked(actor, id)));
        model.addAttribute("source", FORM);
        return "registration/sheet";
    }

    @GetMapping("/sheet/pdf")
    void print(Actor actor, @PathVariable ApplicationId id, HttpServletResponse response)
            throws IOException {
        var printed = sheets.print(actor, id);
        Download.pdf(response, printed.name(), printed::write);
    }

    /** 撤回表. */
    record WithdrawForm(@Nullable String reason, @Nullable Integer version) {}

    @GetMapping("/withdrawal")
    String askToWithdraw(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        model.addAttribute("form", new WithdrawForm(null, view.version()));
        return withdrawing(actor, view, model);
    }

    private String withdrawing(Actor actor, ApplicationView view, Model model) {
        pages.show(
                actor,
                view,
                model,
                new Crumb(
                        FormPages.here(actor, view.id()) + "/withdrawal",
                        "page.registration.withdraw"));
        return "registration/withdraw";
    }

    @PostMapping("/withdrawal")
    String withdraw(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") WithdrawForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return Forms.take(
                faults,
                response,
                () -> {
                    applications.withdraw(
                            actor,
                            id,
                            FormPages.seen(form.version()),
                            Objects.requireNonNullElse(form.reason(), ""));
                    redirect.addFlashAttribute(
                            "notice", Notice.ok("page.registration.withdraw.done"));
                    return "redirect:" + FormPages.here(actor, id);
                },
                () -> withdrawing(actor, applications.find(actor, id), model));
    }

    @GetMapping("/taking-back")
    String askToTakeBack(Actor actor, @PathVariable ApplicationId id, Model model) {
        pages.show(
                actor,
                applications.find(actor, id),
                model,
                new Crumb(
                        FormPages.here(actor, id) + "/taking-back", "page.registration.take-back"));
        return "registration/take-back";
    }

    @PostMapping("/taking-back")
    String takeBack(
            Actor actor,
            @PathVariable ApplicationId id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        applications.takeBack(actor, id, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.registration.take-back.done"));
        return "redirect:" + FormPages.here(actor, id) + "/check";
    }
}
