package cn.jiping.account.web;

import cn.jiping.account.Accounts;
import cn.jiping.account.Created;
import cn.jiping.account.NewAccount;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Sex;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 开通账号: for whom, with which first role. */
@Controller
class NewAccountController {
    private static final String FORM = "account/new";

    private final Accounts accounts;
    private final GrantChoices choices;
    private final BusinessClock clock;
    private final FormAnswers forms;

    NewAccountController(
            Accounts accounts, GrantChoices choices, BusinessClock clock, FormAnswers forms) {
        this.accounts = accounts;
        this.choices = choices;
        this.clock = clock;
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
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String home) {
        form(actor, identity, grant, username, phone, home, model);
        return forms.answer(
                model,
                response,
                () -> {
                    var names = choices.names(actor);
                    InvalidInput.requireAll(
                            identity::read,
                            () -> accounts.requireLogin(username, phone),
                            () -> division(home),
                            () -> grant.read(names));
                    var created =
                            accounts.create(
                                    actor,
                                    new NewAccount(
                                            identity.read(),
                                            username,
                                            phone,
                                            division(home),
                                            grant.read(names)));
                    return shown(created, model);
                },
                FORM);
    }

    /** The link is shown here and never again, so this page answers the form itself. */
    private static String shown(Created created, Model model) {
        model.addAttribute("link", created.activation());
        model.addAttribute("proposed", created.proposed());
        model.addAttribute("accountId", created.account());
        return "account/link";
    }

    private static @Nullable DivisionCode division(String code) {
        try {
            return code.isBlank() || code.equals(GrantForm.EVERYWHERE)
                    ? null
                    : new DivisionCode(code);
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("home", "account.division");
        }
    }
}
