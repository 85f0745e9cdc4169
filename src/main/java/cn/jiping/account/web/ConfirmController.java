package cn.jiping.account.web;

import cn.jiping.account.CodeSent;
import cn.jiping.account.SignIns;
import cn.jiping.account.SignedIn;
import cn.jiping.shared.Actor;
import cn.jiping.web.Notice;
import cn.jiping.web.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 再次确认身份: the password, or a candidate's code, once more before a dangerous act. A form that waits
 * for it is carried out at once.
 */
@Controller
class ConfirmController {
    private static final String VIEW = "account/confirm";

    private final SignIns signIns;
    private final SignedInSessions sessions;
    private final Addresses addresses;
    private final LocalPaths paths;
    private final Routes routes;
    private final ConfirmedActs acts;
    private final ShownCodes shownCodes;
    private final HeldForms held;
    private final RouteAccess access;
    private final FormAnswers forms;

    ConfirmController(
            SignIns signIns,
            SignedInSessions sessions,
            Addresses addresses,
            LocalPaths paths,
            Routes routes,
            ConfirmedActs acts,
            ShownCodes shownCodes,
            HeldForms held,
            RouteAccess access,
            FormAnswers forms) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.addresses = addresses;
        this.paths = paths;
        this.routes = routes;
        this.acts = acts;
        this.shownCodes = shownCodes;
        this.held = held;
        this.access = access;
        this.forms = forms;
    }

    @ModelAttribute
    void common(
            HttpServletRequest request,
            Model model,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String undone,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String back) {
        var waiting = this.held.find(request, held);
        var code =
                waiting.map(form -> acts.code(HttpMethod.POST, form.path()).orElse(""))
                        .orElseGet(() ->
                                act.isEmpty() ? acts.code(HttpMethod.GET, then).orElse("") : act);
        model.addAttribute("problems", Problems.none());
        model.addAttribute("then", paths.of(then).orElse(""));
        model.addAttribute("undone", undone.equals("true"));
        model.addAttribute("held", waiting.isPresent() ? held : "");
        model.addAttribute("shownBefore", shownCodes.again(shown));
        model.addAttribute("act", code);
        model.addAttribute("actName", acts.name(code).orElse(null));
        model.addAttribute("back", back(request, back));
        model.addAttribute(
                "byCode", sessions.present(request).map(SignedIn::candidate).orElse(false));
    }

    /** The page one came from; empty where that is not known. */
    private String back(HttpServletRequest request, String asked) {
        return paths.of(asked)
                .or(() -> paths.within(request.getHeader("Referer")))
                .filter(path -> !path.startsWith("/account/confirm"))
                .orElse("");
    }

    @GetMapping("/account/confirm")
    String ask() {
        return VIEW;
    }

    @PostMapping("/account/confirm/code")
    String sendCode(
            Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        return forms.answer(
                model,
                response,
                () -> sent(model, signIns.sendConfirmationCode(actor, addresses.caller(request))),
                VIEW);
    }

    private static String sent(Model model, CodeSent sent) {
        model.addAttribute("sent", sent);
        return VIEW;
    }

    @PostMapping("/account/confirm")
    ModelAndView confirm(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes flash) {
        return forms.answer(
                model,
                response,
                () -> {
                    var caller = addresses.caller(request);
                    var candidate =
                            sessions.present(request).map(SignedIn::candidate).orElse(false);
                    var entry =
                            candidate
                                    ? signIns.confirmWithCode(actor, code, caller)
                                    : signIns.confirmWithPassword(actor, password, caller);
                    sessions.confirmed(request, entry);
                    return onward(actor, request, flash);
                },
                new ModelAndView(VIEW));
    }

    /** What waits is done; otherwise one goes on to where one wanted to go. */
    private ModelAndView onward(Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        var id = text(request, "held");
        var waiting =
                held.take(request, id)
                        .filter(form -> access.grants(HttpMethod.POST, form.path(), request));
        if (waiting.isPresent()) {
            return new ModelAndView(new CarryingOut(waiting.get()));
        }
        if (held.taken(request, id)) {
            flash.addFlashAttribute("notice", Notice.info("page.account.confirm.sent-before"));
        } else if (text(request, "undone").equals("true")) {
            flash.addFlashAttribute("notice", Notice.info("page.account.confirm.left"));
        }
        return new ModelAndView(
                "redirect:"
                        + paths.of(text(request, "then"))
                                .orElseGet(() -> SignInController.start(routes, actor.role())));
    }

    private static String text(HttpServletRequest request, String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }
}
