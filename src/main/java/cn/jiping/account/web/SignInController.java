package cn.jiping.account.web;

import cn.jiping.account.CodeSent;
import cn.jiping.account.Entry;
import cn.jiping.account.SignIns;
import cn.jiping.account.SignedIn;
import cn.jiping.shared.Role;
import cn.jiping.web.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 登录和退出. */
@Controller
class SignInController {
    private static final String STAFF = "account/sign-in";
    private static final String PHONE = "account/sign-in-phone";
    private static final String CODE = "account/sign-in-code";

    private final SignIns signIns;
    private final SignedInSessions sessions;
    private final Addresses addresses;
    private final LocalPaths paths;
    private final Routes routes;
    private final ShownCodes shownCodes;
    private final FormAnswers forms;

    SignInController(
            SignIns signIns,
            SignedInSessions sessions,
            Addresses addresses,
            LocalPaths paths,
            Routes routes,
            ShownCodes shownCodes,
            FormAnswers forms) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.addresses = addresses;
        this.paths = paths;
        this.routes = routes;
        this.shownCodes = shownCodes;
        this.forms = forms;
    }

    @ModelAttribute
    void common(
            Model model,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String undone) {
        model.addAttribute("undone", undone.equals("true"));
        model.addAttribute("shownBefore", shownCodes.again(shown));
        model.addAttribute("problems", Problems.none());
        model.addAttribute("translated", true);
        model.addAttribute("then", paths.of(then).orElse(""));
        model.addAttribute("username", "");
        model.addAttribute("phone", "");
    }

    @GetMapping("/sign-in")
    String staff(HttpServletRequest request, @RequestParam(defaultValue = "") String then) {
        if (sessions.present(request).isPresent()) {
            return onward(request, then);
        }
        return STAFF;
    }

    @PostMapping("/sign-in")
    String staff(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String then) {
        model.addAttribute("username", username);
        return forms.answer(
                model,
                response,
                () -> {
                    var entry = signIns.withPassword(username, password, addresses.caller(request));
                    return enter(request, response, entry, then);
                },
                STAFF);
    }

    @GetMapping("/sign-in/phone")
    String phone(HttpServletRequest request, @RequestParam(defaultValue = "") String then) {
        return sessions.present(request).isPresent() ? onward(request, then) : PHONE;
    }

    @PostMapping("/sign-in/phone")
    String sendCode(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String phone) {
        model.addAttribute("phone", phone);
        return forms.answer(
                model,
                response,
                () -> sent(model, signIns.sendCode(phone, addresses.caller(request))),
                PHONE);
    }

    private static String sent(Model model, CodeSent sent) {
        model.addAttribute("sent", sent);
        return CODE;
    }

    @PostMapping("/sign-in/phone/code")
    String code(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String then) {
        model.addAttribute("phone", phone);
        return forms.answer(
                model,
                response,
                () -> {
                    var entry = signIns.withCode(phone, code, addresses.caller(request));
                    return enter(request, response, entry, then);
                },
                CODE);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.leave(request);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/";
    }

    private String enter(
            HttpServletRequest request, HttpServletResponse response, Entry entry, String then) {
        sessions.open(request, response, entry);
        return onward(request, then);
    }

    /** To the page first asked for, to the choice of a role, or to the door of the role. */
    private String onward(HttpServletRequest request, String then) {
        var signedIn = sessions.present(request).orElseThrow();
        var asked = paths.of(then);
        if (signedIn.active() == null && !signedIn.grants().isEmpty()) {
            return "redirect:/account/role"
                    + asked.map(path -> "?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                            .orElse("");
        }
        return "redirect:" + asked.orElseGet(() -> start(signedIn));
    }

    private String start(SignedIn signedIn) {
        return start(routes, signedIn.actor().role());
    }

    /** The first page of a role; the own account where there is none. */
    static String start(Routes routes, @Nullable Role role) {
        if (role == null) {
            return "/account";
        }
        var path = role.door().path();
        return routes.match(HttpMethod.GET, path).isPresent() ? path : "/account";
    }
}
