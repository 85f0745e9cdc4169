package cn.jiping.notice.web;

import cn.jiping.notice.Channel;
import cn.jiping.notice.DeliveryId;
import cn.jiping.notice.DeliverySearch;
import cn.jiping.notice.DeliveryState;
import cn.jiping.notice.DemoOutbox;
import cn.jiping.notice.Notices;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What administrators see of e-mails and SMS: what went out, what did not, never the text. */
@Controller
class DeliveryController {
    private static final String DELIVERIES = "/admin/notices";
    private static final Crumb HOME = new Crumb("/admin", "door.ADMIN");
    private static final Crumb HERE = new Crumb(DELIVERIES, "nav.deliveries");

    private final Notices notices;
    private final DeliverySheet sheet;
    private final ObjectProvider<DemoOutbox> demo;

    DeliveryController(Notices notices, DeliverySheet sheet, ObjectProvider<DemoOutbox> demo) {
        this.notices = notices;
        this.sheet = sheet;
        this.demo = demo;
    }

    @GetMapping(DELIVERIES)
    String deliveries(
            Actor actor,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        var search = new DeliverySearch(state, channel, q.strip());
        model.addAttribute("slice", notices.deliveries(actor, search, Paging.within(page, size)));
        model.addAttribute("failed", failed(actor, channel));
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("state", state);
        model.addAttribute("channel", channel);
        model.addAttribute("q", q.strip());
        model.addAttribute("demoOutbox", demo.getIfAvailable() != null);
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(HOME, HERE));
        return "notice/deliveries";
    }

    @GetMapping(DELIVERIES + "/export")
    void export(
            Actor actor,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var rows = notices.exportDeliveries(actor, new DeliverySearch(state, channel, q.strip()));
        sheet.send(response, rows);
    }

    private long failed(Actor actor, @Nullable Channel channel) {
        var failed = new DeliverySearch(DeliveryState.FAILED, channel, null);
        return notices.deliveries(actor, failed, new Paging(1, 1)).total();
    }

    @PostMapping(DELIVERIES + "/{id}/again")
    String again(Actor actor, @PathVariable DeliveryId id, RedirectAttributes redirect) {
        notices.sendAgain(actor, id);
        redirect.addFlashAttribute("notice", "page.notice.deliveries.again-done");
        return "redirect:" + DELIVERIES;
    }

    @GetMapping(DELIVERIES + "/again")
    String askAgain(Actor actor, @RequestParam Channel channel, Model model) {
        model.addAttribute("channel", channel);
        model.addAttribute("failed", failed(actor, channel));
        model.addAttribute(
                "crumbs",
                List.of(
                        HOME,
                        HERE,
                        new Crumb(DELIVERIES + "/again", "page.notice.deliveries.again-all")));
        return "notice/again";
    }

    @PostMapping(DELIVERIES + "/again")
    String allAgain(Actor actor, @RequestParam Channel channel, RedirectAttributes redirect) {
        var count = notices.sendAllAgain(actor, channel);
        redirect.addFlashAttribute(
                "notice", Notice.ok("page.notice.deliveries.again-all-done", count));
        return "redirect:" + DELIVERIES;
    }

    /** In the demo: what would have been sent. */
    @GetMapping(DELIVERIES + "/outbox")
    String outbox(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        var outbox = demo.getIfAvailable();
        if (outbox == null) {
            throw new NotFound("page", "outbox");
        }
        model.addAttribute("slice", outbox.sent(Paging.within(page, size)));
        model.addAttribute(
                "crumbs",
                List.of(HOME, HERE, new Crumb(DELIVERIES + "/outbox", "page.notice.outbox.title")));
        return "notice/outbox";
    }
}
