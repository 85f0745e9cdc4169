package cn.jiping.account.web;

import cn.jiping.account.AccountSettings;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages with a new password how long it must be. */
@ControllerAdvice(assignableTypes = {PasswordController.class, FirstAdministratorController.class})
class PasswordHint {
    private final AccountSettings settings;

    PasswordHint(AccountSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute("shortestPassword")
    int shortestPassword() {
        return settings.password().shortest();
    }
}
