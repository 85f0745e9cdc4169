package cn.jiping.account.web;

import cn.jiping.account.Accounts;
import cn.jiping.account.GrantId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 一个账号: its roles, state, sessions and sign-ins, and what its administrator may do to it. */
@Controller
@RequestMapping("/admin/accounts/{id}")
class AccountController {
    private final Accounts accounts;
    private final AccountPage page;
    private final GrantReading grants;
    private final LinkOnce links;
    private final FormAnswers forms;

    AccountController(
            Accounts accounts,
            AccountPage page,
            GrantReading grants,
            LinkOnce links,
            FormAnswers forms) {
        this.accounts = accounts;
        this.page = page;
        this.grants = grants;
        this.links = links;
        this.forms = forms;
    }

    @GetMapping
    String view(Actor actor, @PathVariable UUID id, Model model) {
        return page.show(actor, id, TypedAct.none(), model);
    }

    @PostMapping("/grants")
    String give(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            GrantForm grant,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        page.show(actor, id, grant, model);
        return forms.answer(
                model,
                response,
                () -> {
                    var draft = grants.read(actor, grant);
                    var proposed = accounts.give(actor, new AccountId(id), version, draft);
                    return done(
                            id, flash, proposed ? "page.account.proposed" : "page.account.given");
                },
                AccountPage.VIEW);
    }

    @PostMapping("/grants/{grant}/end")
    String end(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.into("end", grant, reason, null),
                response,
                model,
                () -> {
                    accounts.end(actor, new AccountId(id), version, new GrantId(grant), reason);
                    return done(id, flash, "page.account.grant-ended");
                });
    }

    @PostMapping("/grants/{grant}/prolong")
    String prolong(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.into("prolong", grant, reason, until),
                response,
                model,
                () -> {
                    var day = GrantForm.day("until", until);
                    var proposed =
                            accounts.prolong(
                                    actor,
                                    new AccountId(id),
                                    version,
                                    new GrantId(grant),
                                    day,
                                    reason);
                    return done(
                            id,
                            flash,
                            proposed ? "page.account.proposed" : "page.account.prolonged");
                });
    }

    @PostMapping("/suspend")
    String suspend(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.into("suspend", reason),
                response,
                model,
                () -> {
                    accounts.suspend(actor, new AccountId(id), version, reason);
                    return done(id, flash, "page.account.suspended");
                });
    }

    @PostMapping("/reactivate")
    String reactivate(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.into("reactivate", reason),
                response,
                model,
                () -> {
                    accounts.reactivate(actor, new AccountId(id), version, reason);
                    return done(id, flash, "page.account.reactivated");
                });
    }

    @PostMapping("/unlock")
    String unlock(
            Actor actor,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.none(),
                response,
                model,
                () -> {
                    accounts.unlock(actor, new AccountId(id));
                    return done(id, flash, "page.account.unlocked");
                });
    }

    @PostMapping("/sessions/end")
    String endSessions(
            Actor actor,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.none(),
                response,
                model,
                () -> {
                    accounts.endSessions(actor, new AccountId(id));
                    return done(id, flash, "page.account.sessions-ended");
                });
    }

    @PostMapping("/link")
    String link(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.into("link", reason),
                response,
                model,
                () ->
                        accounts.issueLink(actor, new AccountId(id), reason)
                                .map(link -> links.show(link, flash))
                                .orElseGet(() -> done(id, flash, "page.account.proposed")));
    }

    @PostMapping("/phone")
    String phone(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                new TypedAct("phone", reason, phone),
                response,
                model,
                () -> {
                    accounts.changeCandidatePhone(actor, new AccountId(id), version, phone, reason);
                    return done(id, flash, "page.account.phone.changed");
                });
    }

    @PostMapping("/review")
    String review(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return act(
                actor,
                id,
                TypedAct.none(),
                response,
                model,
                () -> {
                    accounts.review(actor, new AccountId(id), version);
                    return done(id, flash, "page.account.reviewed");
                });
    }

    private String act(
            Actor actor,
            UUID id,
            TypedAct typed,
            HttpServletResponse response,
            Model model,
            Supplier<String> what) {
        page.show(actor, id, typed, model);
        return forms.answer(model, response, what, AccountPage.VIEW);
    }

    private static String done(UUID id, RedirectAttributes flash, String key) {
        flash.addFlashAttribute("notice", Notice.ok(key));
        return "redirect:/admin/accounts/" + id;
    }
}
