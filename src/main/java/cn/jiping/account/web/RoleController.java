package cn.jiping.account.web;

import cn.jiping.account.GrantId;
import cn.jiping.account.SignedIn;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Routes;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 选择岗位: which of several roles is exercised in this session. */
@Controller
class RoleController {
    private final SignedInSessions sessions;
    private final LocalPaths paths;
    private final Routes routes;

    RoleController(SignedInSessions sessions, LocalPaths paths, Routes routes) {
        this.sessions = sessions;
        this.paths = paths;
        this.routes = routes;
    }

    @GetMapping("/account/role")
    String choose(
            HttpServletRequest request,
            Model model,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String undone) {
        var signedIn = sessions.present(request).orElseThrow();
        model.addAttribute("grants", signedIn.grants());
        model.addAttribute("active", signedIn.active());
        model.addAttribute("then", paths.of(then).orElse(""));
        model.addAttribute("undone", undone.equals("true"));
        return "account/role";
    }

    @PostMapping("/account/role")
    String chosen(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String grant,
            @RequestParam(defaultValue = "") String then) {
        var chosen =
                sessions.present(request).map(SignedIn::grants).orElseThrow().stream()
                        .filter(g -> g.id().toString().equals(grant))
                        .findAny()
                        .orElseThrow(() -> new NotFound("grant", grant));
        sessions.choose(request, GrantId.of(grant));
        return "redirect:"
                + paths.of(then).orElseGet(() -> SignInController.start(routes, chosen.role()));
    }
}
