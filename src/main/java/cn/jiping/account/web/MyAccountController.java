package cn.jiping.account.web;

import cn.jiping.account.MyAccount;
import cn.jiping.account.Sessions;
import cn.jiping.account.SignIns;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Role;
import cn.jiping.shared.Sex;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的账号: roles, sessions, sign-ins, phone, e-mail and, for candidates, identity. */
@Controller
class MyAccountController {
    private static final String HOME = "redirect:/account";
    private static final String VIEW = "account/my";
    private static final String PHONE = "account/phone";
    private static final String IDENTITY = "account/identity";

    private final MyAccount account;
    private final Sessions sessions;
    private final SignIns signIns;
    private final SignedInSessions current;
    private final Addresses addresses;
    private final LocalPaths paths;
    private final FormAnswers forms;

    MyAccountController(
            MyAccount account,
            Sessions sessions,
            SignIns signIns,
            SignedInSessions current,
            Addresses addresses,
            LocalPaths paths,
            FormAnswers forms) {
        this.account = account;
        this.sessions = sessions;
        this.signIns = signIns;
        this.current = current;
        this.addresses = addresses;
        this.paths = paths;
        this.forms = forms;
    }

    @ModelAttribute
    void common(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("my", account.view(actor));
    }

    @GetMapping("/account")
    String view(Actor actor, Model model) {
        return view(model, actor);
    }

    private String view(Model model, Actor actor) {
        model.addAttribute("crumbs", List.of(new Crumb("/account", "page.account.my.title")));
        model.addAttribute("attempts", signIns.latest(actor));
        return VIEW;
    }

    @GetMapping("/account/sessions")
    String sessions(Actor actor, HttpServletRequest request, Model model) {
        crumbs(model, "/account/sessions", "page.account.sessions.title");
        model.addAttribute("sessions", sessions.list(actor, current.attempt(request)));
        return "account/sessions";
    }

    @PostMapping("/account/sessions/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        sessions.end(actor, id);
        flash.addFlashAttribute("notice", Notice.ok("page.account.sessions.ended"));
        return "redirect:/account/sessions";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        sessions.endOthers(actor, current.attempt(request));
        flash.addFlashAttribute("notice", Notice.ok("page.account.sessions.others-ended"));
        return "redirect:/account/sessions";
    }

    @PostMapping("/account/email")
    String email(
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam String email) {
        view(model, actor);
        model.addAttribute("email", email);
        return forms.answer(
                model,
                response,
                () -> {
                    account.changeEmail(actor, email);
                    flash.addFlashAttribute("notice", Notice.ok("page.account.email.changed"));
                    return HOME;
                },
                VIEW);
    }

    @GetMapping("/account/phone")
    String phone(Model model) {
        return phoneForm(model, "");
    }

    private static String phoneForm(Model model, String newPhone) {
        crumbs(model, "/account/phone", "page.account.phone.title");
        model.addAttribute("newPhone", newPhone);
        return PHONE;
    }

    /** Sends both codes, so that one page asks for both. */
    @PostMapping("/account/phone/code")
    String sendCodes(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String newPhone) {
        phoneForm(model, newPhone);
        return forms.answer(
                model,
                response,
                () -> {
                    var caller = addresses.caller(request);
                    model.addAttribute("sent", account.sendCodeToNewPhone(actor, newPhone, caller));
                    if (account.view(actor).phone() != null) {
                        model.addAttribute("sentOld", account.sendCodeToOldPhone(actor, caller));
                    }
                    model.addAttribute("asked", true);
                    return PHONE;
                },
                PHONE);
    }

    @PostMapping("/account/phone")
    String changePhone(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam(defaultValue = "") String newPhone,
            @RequestParam(defaultValue = "") String oldCode,
            @RequestParam(defaultValue = "") String newCode) {
        phoneForm(model, newPhone);
        model.addAttribute("asked", true);
        return forms.answer(
                model,
                response,
                () -> {
                    account.changePhone(
                            actor, newPhone, oldCode, newCode, addresses.caller(request));
                    flash.addFlashAttribute("notice", Notice.ok("page.account.phone.changed"));
                    return HOME;
                },
                PHONE);
    }

    @GetMapping("/account/identity")
    String identity(@RequestParam(defaultValue = "") String then, Model model) {
        return identityForm(model, IdentityForm.empty(), then);
    }

    private String identityForm(Model model, IdentityForm form, String then) {
        model.addAttribute("then", paths.of(then).orElse(""));
        crumbs(model, "/account/identity", "page.account.identity.title");
        model.addAttribute("identity", form);
        model.addAttribute("kinds", IdentityDocument.Kind.values());
        model.addAttribute("sexes", Sex.values());
        return IDENTITY;
    }

    /** Goes on to the page that sent the candidate here, or to where they begin. */
    @PostMapping("/account/identity")
    String identify(
            Actor actor,
            IdentityForm identity,
            @RequestParam(defaultValue = "") String then,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        identityForm(model, identity, then);
        return forms.answer(
                model,
                response,
                () -> {
                    account.identify(actor, identity.read(), addresses.caller(request));
                    flash.addFlashAttribute("notice", Notice.ok("page.account.identity.attached"));
                    return "redirect:" + paths.of(then).orElse(Role.CANDIDATE.door().path());
                },
                IDENTITY);
    }

    private static void crumbs(Model model, String path, String key) {
        model.addAttribute(
                "crumbs",
                List.of(new Crumb("/account", "page.account.my.title"), new Crumb(path, key)));
    }
}
