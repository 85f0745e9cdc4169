package cn.jiping.account.web;

import cn.jiping.account.Credentials;
import cn.jiping.account.SignIns;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 密码: setting it by a link, changing it, finding it again by a code. */
@Controller
class PasswordController {
    private static final String CHANGE = "account/password";
    private static final String SET = "account/password-set";
    private static final String DEAD = "account/dead-link";
    private static final String RECOVER = "account/recover";
    private static final String RECOVER_CODE = "account/recover-code";

    private final Credentials credentials;
    private final SignIns signIns;
    private final SignedInSessions sessions;
    private final Addresses addresses;
    private final ShownCodes shownCodes;
    private final FormAnswers forms;

    PasswordController(
            Credentials credentials,
            SignIns signIns,
            SignedInSessions sessions,
            Addresses addresses,
            ShownCodes shownCodes,
            FormAnswers forms) {
        this.credentials = credentials;
        this.signIns = signIns;
        this.sessions = sessions;
        this.addresses = addresses;
        this.shownCodes = shownCodes;
        this.forms = forms;
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("username", "");
    }

    @GetMapping("/account/password")
    String change(Model model) {
        return changeForm(model);
    }

    private static String changeForm(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/account", "page.account.my.title"),
                        new Crumb("/account/password", "page.account.password.title")));
        return CHANGE;
    }

    @PostMapping("/account/password")
    String change(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String newPasswordAgain) {
        changeForm(model);
        return forms.answer(
                model,
                response,
                () -> {
                    requireSame(newPassword, newPasswordAgain);
                    var caller = addresses.caller(request);
                    var userName = sessions.present(request).orElseThrow().userName();
                    credentials.change(actor, password, newPassword, caller);
                    sessions.open(
                            request,
                            response,
                            signIns.withPassword(String.valueOf(userName), newPassword, caller));
                    flash.addFlashAttribute("notice", Notice.ok("page.account.password.changed"));
                    return "redirect:/account";
                },
                CHANGE);
    }

    @GetMapping("/password/{token}")
    String set(@PathVariable String token, HttpServletResponse response, Model model) {
        return setForm(token, response, model);
    }

    private String setForm(String token, HttpServletResponse response, Model model) {
        var owner = credentials.owner(token);
        if (owner.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return DEAD;
        }
        model.addAttribute("owner", owner.get());
        model.addAttribute("token", token);
        return SET;
    }

    @PostMapping("/password/{token}")
    String set(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String newPasswordAgain) {
        var form = setForm(token, response, model);
        if (form.equals(DEAD)) {
            return DEAD;
        }
        return forms.answer(
                model,
                response,
                () -> {
                    requireSame(newPassword, newPasswordAgain);
                    credentials.setByLink(token, newPassword, addresses.caller(request));
                    flash.addFlashAttribute("notice", Notice.ok("page.account.password.set"));
                    return "redirect:/sign-in";
                },
                SET);
    }

    @GetMapping("/recover")
    String recover(Model model) {
        model.addAttribute("translated", true);
        return RECOVER;
    }

    @PostMapping("/recover")
    String sendCode(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String username) {
        model.addAttribute("translated", true);
        model.addAttribute("username", username);
        return forms.answer(
                model,
                response,
                () -> {
                    model.addAttribute(
                            "sent",
                            credentials.sendRecoveryCode(username, addresses.caller(request)));
                    return RECOVER_CODE;
                },
                RECOVER);
    }

    @PostMapping("/recover/code")
    String recover(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String newPasswordAgain,
            @RequestParam(defaultValue = "") String shown) {
        model.addAttribute("translated", true);
        model.addAttribute("username", username);
        model.addAttribute("shownBefore", shownCodes.again(shown));
        return forms.answer(
                model,
                response,
                () -> {
                    requireSame(newPassword, newPasswordAgain);
                    credentials.recover(username, code, newPassword, addresses.caller(request));
                    flash.addFlashAttribute("notice", Notice.ok("page.account.password.set"));
                    return "redirect:/sign-in";
                },
                RECOVER_CODE);
    }

    static void requireSame(String one, String again) {
        if (!one.equals(again)) {
            throw InvalidInput.of("newPasswordAgain", "account.password-differs");
        }
    }
}
