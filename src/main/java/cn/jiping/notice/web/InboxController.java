package cn.jiping.notice.web;

import cn.jiping.notice.Channel;
import cn.jiping.notice.InboxSearch;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeId;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Preference;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Paging;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own inbox and what they want to get outside it. */
@Controller
class InboxController {
    private static final String INBOX = "/account/notices";
    private static final Crumb HERE = new Crumb(INBOX, "nav.inbox");

    private final Notices notices;

    InboxController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping(INBOX)
    String inbox(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable NoticeCategory category,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        var search = new InboxSearch(!all, category, q.strip());
        model.addAttribute("slice", notices.inbox(actor, search, Paging.within(page, size)));
        model.addAttribute("unread", notices.unread(actor));
        model.addAttribute("categories", NoticeCategory.values());
        model.addAttribute("category", category);
        model.addAttribute("all", all);
        model.addAttribute("q", q.strip());
        model.addAttribute("crumbs", List.of(HERE));
        return "notice/inbox";
    }

    /** The number for the header; a page asks for it again after a while. */
    @GetMapping(INBOX + "/unread")
    String unread(Actor actor, Model model) {
        model.addAttribute("unread", notices.unread(actor));
        return "notice/unread :: count";
    }

    @GetMapping(INBOX + "/{id}")
    String message(Actor actor, @PathVariable NoticeId id, Model model) {
        var message = notices.read(actor, id);
        model.addAttribute("message", message);
        model.addAttribute("crumbs", List.of(HERE, Crumb.named(INBOX + "/" + id, message.title())));
        return "notice/message";
    }

    @PostMapping(INBOX + "/read")
    String readAll(Actor actor, RedirectAttributes redirect) {
        var count = notices.readAll(actor);
        redirect.addFlashAttribute("notice", Notice.ok("page.notice.inbox.all-read", count));
        return "redirect:" + INBOX;
    }

    @GetMapping(INBOX + "/preferences")
    String preferences(Actor actor, Model model) {
        model.addAttribute("preferences", notices.preferences(actor));
        model.addAttribute("categories", NoticeCategory.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute(
                "crumbs",
                List.of(HERE, new Crumb(INBOX + "/preferences", "page.notice.preferences.title")));
        return "notice/preferences";
    }

    /**
     * What is not ticked is not wanted; fixed categories have no boxes. A request that does not say
     * it is the whole form changes nothing.
     */
    @PostMapping(INBOX + "/preferences")
    String prefer(
            Actor actor,
            @RequestParam boolean whole,
            @RequestParam(required = false, defaultValue = "") Set<String> wanted,
            RedirectAttributes redirect) {
        if (!whole) {
            throw InvalidInput.of("whole", "notice.whole");
        }
        var chosen =
                notices.preferences(actor).stream()
                        .filter(preference -> !preference.fixed())
                        .map(preference ->
                                new Preference(
                                        preference.category(),
                                        preference.channel(),
                                        wanted.contains(preference.name())))
                        .toList();
        notices.prefer(actor, chosen);
        redirect.addFlashAttribute("notice", "page.notice.preferences.saved");
        return "redirect:" + INBOX + "/preferences";
    }
}
