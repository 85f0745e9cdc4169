package cn.jiping.account.web;

import cn.jiping.account.AccountChecks;
import cn.jiping.account.GrantId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账号表单的核对: tells what is wrong with an act before the password is asked for; does nothing. */
@Controller
@RequestMapping("/admin/accounts/{id}")
class AccountCheckController {
    private final AccountChecks checks;
    private final AccountPage page;
    private final GrantReading grants;
    private final AccessAnswers answers;
    private final FormAnswers forms;

    AccountCheckController(
            AccountChecks checks,
            AccountPage page,
            GrantReading grants,
            AccessAnswers answers,
            FormAnswers forms) {
        this.checks = checks;
        this.page = page;
        this.grants = grants;
        this.answers = answers;
        this.forms = forms;
    }

    @PostMapping("/grants/check")
    String give(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            GrantForm grant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, grant, model);
        return asked(
                request,
                response,
                model,
                () ->
                        checks.requireGiving(
                                actor, new AccountId(id), version, grants.read(actor, grant)));
    }

    @PostMapping("/grants/{grant}/end/check")
    String end(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, TypedAct.into("end", grant, reason, null), model);
        return asked(
                request,
                response,
                model,
                () ->
                        checks.requireEnding(
                                actor, new AccountId(id), version, new GrantId(grant), reason));
    }

    @PostMapping("/grants/{grant}/prolong/check")
    String prolong(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, TypedAct.into("prolong", grant, reason, until), model);
        return asked(
                request,
                response,
                model,
                () ->
                        checks.requireProlonging(
                                actor,
                                new AccountId(id),
                                version,
                                new GrantId(grant),
                                GrantForm.day("until", until),
                                reason));
    }

    @PostMapping("/suspend/check")
    String suspend(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, TypedAct.into("suspend", reason), model);
        return asked(
                request,
                response,
                model,
                () -> checks.requireSuspending(actor, new AccountId(id), version, reason));
    }

    @PostMapping("/reactivate/check")
    String reactivate(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, TypedAct.into("reactivate", reason), model);
        return asked(
                request,
                response,
                model,
                () -> checks.requireReactivating(actor, new AccountId(id), version, reason));
    }

    @PostMapping("/link/check")
    String link(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, TypedAct.into("link", reason), model);
        return asked(
                request,
                response,
                model,
                () -> checks.requireLink(actor, new AccountId(id), reason));
    }

    @PostMapping("/phone/check")
    String phone(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.show(actor, id, new TypedAct("phone", reason, phone), model);
        return asked(
                request,
                response,
                model,
                () -> checks.requirePhone(actor, new AccountId(id), version, phone, reason));
    }

    private String asked(
            HttpServletRequest request, HttpServletResponse response, Model model, Runnable check) {
        return forms.answer(
                model,
                response,
                () -> {
                    check.run();
                    return answers.confirmFirst(request);
                },
                AccountPage.VIEW);
    }
}
