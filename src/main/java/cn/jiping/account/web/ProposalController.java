package cn.jiping.account.web;

import cn.jiping.account.Accounts;
import cn.jiping.account.ProposalId;
import cn.jiping.account.Proposals;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 双人确认和定期复核: what waits for a second person, and which accounts to look at again. */
@Controller
class ProposalController {
    private static final String PROPOSALS = "account/proposals";
    private static final String BACK = "redirect:/admin/accounts/proposals";

    private final Proposals proposals;
    private final Accounts accounts;
    private final Clock clock;
    private final BusinessClock business;
    private final LinkOnce links;
    private final FormAnswers forms;

    ProposalController(
            Proposals proposals,
            Accounts accounts,
            Clock clock,
            BusinessClock business,
            LinkOnce links,
            FormAnswers forms) {
        this.proposals = proposals;
        this.accounts = accounts;
        this.clock = clock;
        this.business = business;
        this.links = links;
        this.forms = forms;
    }

    @GetMapping("/admin/accounts/proposals")
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return list(actor, model, !show.equals("all"), Paging.within(page, size));
    }

    private String list(Actor actor, Model model, boolean openOnly, Paging paging) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("slice", proposals.page(actor, openOnly, paging));
        model.addAttribute("openOnly", openOnly);
        model.addAttribute("me", actor.requireAccount());
        model.addAttribute("now", clock.instant());
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(
                        AccountListController.LIST,
                        new Crumb("/admin/accounts/proposals", "page.account.proposals.title")));
        return PROPOSALS;
    }

    @PostMapping("/admin/accounts/proposals/{id}/confirm")
    String confirm(
            Actor actor,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                response,
                model,
                () ->
                        proposals
                                .confirm(actor, new ProposalId(id))
                                .map(link -> links.show(link, flash))
                                .orElseGet(() -> done(flash, "page.account.proposals.confirmed")));
    }

    @PostMapping("/admin/accounts/proposals/{id}/refuse")
    String refuse(
            Actor actor,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                response,
                model,
                () -> {
                    proposals.refuse(actor, new ProposalId(id));
                    return done(flash, "page.account.proposals.refused");
                });
    }

    @PostMapping("/admin/accounts/proposals/{id}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                response,
                model,
                () -> {
                    proposals.withdraw(actor, new ProposalId(id));
                    return done(flash, "page.account.proposals.withdrawn");
                });
    }

    private String act(
            Actor actor, HttpServletResponse response, Model model, Supplier<String> what) {
        list(actor, model, true, Paging.within(1, 20));
        return forms.answer(model, response, what, PROPOSALS);
    }

    private static String done(RedirectAttributes flash, String key) {
        flash.addFlashAttribute("notice", Notice.ok(key));
        return BACK;
    }

    @GetMapping("/admin/accounts/reviews")
    String reviews(Actor actor, Model model) {
        model.addAttribute(
                "rows",
                accounts.dueForReview(actor).stream()
                        .map(row -> new Due(row, accounts.reviewBy(row)))
                        .toList());
        model.addAttribute("today", business.today());
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(
                        AccountListController.LIST,
                        new Crumb("/admin/accounts/reviews", "page.account.reviews.title")));
        return "account/reviews";
    }

    /** An account and the day by which it is to be looked at. */
    record Due(cn.jiping.account.AccountRow row, java.time.LocalDate by) {}
}
