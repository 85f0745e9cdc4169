package cn.jiping.account.web;

import cn.jiping.account.AccountChecks;
import cn.jiping.account.Accounts;
import cn.jiping.account.NewAccount;
import cn.jiping.account.PlacePicker;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Sex;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 开通账号: for whom, with which first role. */
@Controller
class NewAccountController {
    private static final String FORM = "account/new";

    private final Accounts accounts;
    private final GrantChoices choices;
    private final AccountChecks checks;
    private final GrantReading grants;
    private final PlacePicker picker;
    private final BusinessClock clock;
    private final LinkOnce links;
    private final AccessAnswers answers;
    private final FormAnswers forms;

    NewAccountController(
            Accounts accounts,
            GrantChoices choices,
            AccountChecks checks,
            GrantReading grants,
            PlacePicker picker,
            BusinessClock clock,
            LinkOnce links,
            AccessAnswers answers,
            FormAnswers forms) {
        this.accounts = accounts;
        this.choices = choices;
        this.checks = checks;
        this.grants = grants;
        this.picker = picker;
        this.clock = clock;
        this.links = links;
        this.answers = answers;
        this.forms = forms;
    }

    @GetMapping("/admin/accounts/new")
    String form(Actor actor, Model model) {
        return form(
                actor,
                IdentityForm.empty(),
                GrantForm.startingOn(clock.today()),
                "",
                "",
                "",
                model);
    }

    private String form(
            Actor actor,
            IdentityForm identity,
            GrantForm grant,
            String username,
            String phone,
            String home,
            Model model) {
        choices.offer(actor, grant, model);
        model.addAttribute("problems", Problems.none());
        model.addAttribute("identity", identity);
        model.addAttribute("kinds", IdentityDocument.Kind.values());
        model.addAttribute("sexes", Sex.values());
        model.addAttribute("username", username);
        model.addAttribute("phone", phone);
        var places = picker.divisions(actor);
        var several = actor.scope().everywhere() || places.size() > 1;
        model.addAttribute("several", several);
        model.addAttribute("home", home);
        model.addAttribute(
                "crumbs",
                List.of(
                        AccountListController.LIST,
                        new Crumb("/admin/accounts/new", "page.account.new.title")));
        return FORM;
    }

    @PostMapping("/admin/accounts")
    String create(
            Actor actor,
            IdentityForm identity,
            GrantForm grant,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String home) {
        form(actor, identity, grant, username, phone, home, model);
        return forms.answer(
                model,
                response,
                () -> {
                    var wanted = read(actor, identity, grant, username, phone, home);
                    var created = accounts.create(actor, wanted);
                    if (created.proposed()) {
                        flash.addFlashAttribute("notice", Notice.ok("page.account.proposed"));
                    }
                    return links.show(created.activation(), flash);
                },
                FORM);
    }

    /** What is wrong with the form, before the password is asked for. */
    @PostMapping("/admin/accounts/check")
    String check(
            Actor actor,
            IdentityForm identity,
            GrantForm grant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String home) {
        form(actor, identity, grant, username, phone, home, model);
        return forms.answer(
                model,
                response,
                () -> {
                    read(actor, identity, grant, username, phone, home);
                    return answers.confirmFirst(request);
                },
                FORM);
    }

    private NewAccount read(
            Actor actor,
            IdentityForm identity,
            GrantForm grant,
            String username,
            String phone,
            String home) {
        InvalidInput.requireAll(
                () -> checks.requireIdentity(identity.read()),
                () -> checks.requireLogin(username, phone),
                () -> checks.requireHome(actor, division(home)),
                () -> grants.read(actor, grant));
        return new NewAccount(
                identity.read(), username, phone, division(home), grants.read(actor, grant));
    }

    private static @Nullable DivisionCode division(String code) {
        try {
            return code.equals(GrantForm.EVERYWHERE) ? null : new DivisionCode(code);
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("home", "account.home");
        }
    }
}
