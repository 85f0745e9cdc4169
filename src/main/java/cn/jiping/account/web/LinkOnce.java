package cn.jiping.account.web;

import cn.jiping.account.OneTimeLink;
import cn.jiping.keys.Vault;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 只显示一次的链接: carried to the page of its account and gone after it. On the way it lies in the
 * session, encrypted, since the database is never to hold a link that works.
 */
@Component
class LinkOnce {
    private static final String PATH = "linkPath";
    private static final String UNTIL = "linkUntil";
    private static final String CONTEXT = "account.link.shown";

    private final Vault vault;

    LinkOnce(Vault vault) {
        this.vault = vault;
    }

    /** To the page of the account, where the link is shown. */
    String show(OneTimeLink link, RedirectAttributes flash) {
        var sealed = Base64.getEncoder().encodeToString(vault.encrypt(link.path(), CONTEXT));
        flash.addFlashAttribute(PATH, sealed);
        flash.addFlashAttribute(UNTIL, link.until().toEpochMilli());
        return "redirect:/admin/accounts/" + link.account();
    }

    /** Opens what {@link #show} sent, for the page. */
    void open(Model model) {
        model.addAttribute("link", link(model));
    }

    private @Nullable OneTimeLink link(Model model) {
        return model.getAttribute(PATH) instanceof String sealed
                        && model.getAttribute(UNTIL) instanceof Long until
                ? new OneTimeLink(
                        vault.decrypt(Base64.getDecoder().decode(sealed), CONTEXT),
                        Instant.ofEpochMilli(until),
                        null)
                : null;
    }
}
