package cn.jiping.registration.web;

import cn.jiping.file.FileId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.FormStep;
import cn.jiping.registration.Material;
import cn.jiping.registration.RegistrationRefused;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 核对和提交. */
@Controller
@RequestMapping({FormPages.EACH_MINE, FormPages.EACH_AT_COUNTER})
class SubmissionController {
    private final Applications applications;
    private final FormPages pages;
    private final ApplicationPage page;

    SubmissionController(Applications applications, FormPages pages, ApplicationPage page) {
        this.applications = applications;
        this.pages = pages;
        this.page = page;
    }

    /** 核对. */
    @GetMapping("/check")
    String check(Actor actor, @PathVariable ApplicationId id, Model model) {
        return checkPage(actor, applications.find(actor, id), model);
    }

    private String checkPage(Actor actor, ApplicationView view, Model model) {
        pages.show(actor, view, FormStep.MATERIALS, model);
        FileId photo = view.form().materials().get(Material.PHOTO);
        model.addAttribute("photo", photo);
        model.addAttribute("files", pages.files(actor, view));
        if (view.status().writable()) {
            model.addAttribute("ruling", FormPages.ruling(applications.judge(actor, view.id())));
        }
        model.addAttribute(
                "crumbs",
                FormPages.crumbs(
                        actor,
                        view,
                        new Crumb(
                                FormPages.here(actor, view.id()) + "/check",
                                "page.registration.check-page")));
        return "registration/check";
    }

    @PostMapping("/submission")
    String submit(
            Actor actor,
            @PathVariable ApplicationId id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String promised,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (promised == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("unpromised", true);
            return checkPage(actor, applications.find(actor, id), model);
        }
        try {
            applications.submit(actor, id, version);
            redirect.addFlashAttribute("notice", Notice.ok(submitted(actor)));
            return "redirect:" + FormPages.here(actor, id);
        } catch (RegistrationRefused e) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("wrong", page.refusal(e));
            model.addAttribute("source", e.source());
            return checkPage(actor, applications.find(actor, id), model);
        }
    }

    private static String submitted(Actor actor) {
        return FormPages.atCounter(actor)
                ? "page.registration.counter.submitted"
                : "page.registration.submitted";
    }
}
