package cn.jiping.account.web;

import cn.jiping.account.FirstAdministrator;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Sex;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 建立首位管理员: through the link printed at the first start. */
@Controller
class FirstAdministratorController {
    private static final String FORM = "account/first-administrator";
    private static final String DEAD = "account/dead-link";

    private final FirstAdministrator first;
    private final Addresses addresses;
    private final FormAnswers forms;

    FirstAdministratorController(FirstAdministrator first, Addresses addresses, FormAnswers forms) {
        this.first = first;
        this.addresses = addresses;
        this.forms = forms;
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("kinds", IdentityDocument.Kind.values());
        model.addAttribute("sexes", Sex.values());
        model.addAttribute("identity", IdentityForm.empty());
        model.addAttribute("username", "");
    }

    @GetMapping("/first-administrator/{token}")
    String form(@PathVariable String token, HttpServletResponse response, Model model) {
        model.addAttribute("token", token);
        if (!first.invited(token)) {
            response.setStatus(HttpStatus.GONE.value());
            return DEAD;
        }
        return FORM;
    }

    @PostMapping("/first-administrator/{token}")
    String make(
            @PathVariable String token,
            IdentityForm identity,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String newPasswordAgain) {
        model.addAttribute("token", token);
        if (!first.invited(token)) {
            response.setStatus(HttpStatus.GONE.value());
            return DEAD;
        }
        model.addAttribute("identity", identity);
        model.addAttribute("username", username);
        return forms.answer(
                model,
                response,
                () -> {
                    PasswordController.requireSame(newPassword, newPasswordAgain);
                    first.make(
                            token,
                            identity.read(),
                            username,
                            newPassword,
                            addresses.caller(request));
                    flash.addFlashAttribute("notice", Notice.ok("page.account.first.made"));
                    return "redirect:/sign-in";
                },
                FORM);
    }
}
