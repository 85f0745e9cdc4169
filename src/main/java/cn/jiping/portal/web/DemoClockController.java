package cn.jiping.portal.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Notice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** 演示时间: moves the business clock forward, in the demo only. */
@Controller
class DemoClockController {
    private static final Pattern OWN_PATH =
            Pattern.compile("/(?:[\\w.~%!$'()*+,=:@-][\\w.~%!$'()*+,=:@/-]*)?");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final BusinessClock clock;
    private final boolean demo;

    DemoClockController(BusinessClock clock, @Value("${jiping.demo:false}") boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    @PostMapping("/demo/clock")
    RedirectView move(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime to,
            @RequestParam(defaultValue = "/") String back,
            RedirectAttributes redirect) {
        requireDemo("/demo/clock");
        clock.moveTo(to.atZone(BusinessClock.ZONE).toInstant());
        redirect.addFlashAttribute(
                "notice",
                Notice.ok("page.portal.clock.moved", clock.localNow().toLocalDate().toString()));
        return to(OWN_PATH.matcher(back).matches() ? back : "/");
    }

    /** The form says how far ahead the clock stood, so that sending it twice moves once. */
    @PostMapping("/demo/clock/next")
    RedirectView moveToNext(
            @RequestParam long ahead,
            @RequestParam(defaultValue = "/") String back,
            RedirectAttributes redirect) {
        requireDemo("/demo/clock/next");
        clock.moveToNextDue(Duration.ofMillis(ahead));
        redirect.addFlashAttribute(
                "notice", Notice.ok("page.portal.clock.next", MOMENT.format(clock.localNow())));
        return to(OWN_PATH.matcher(back).matches() ? back : "/");
    }

    private void requireDemo(String path) {
        if (!demo || !clock.movable()) {
            throw new NotFound("page", path);
        }
    }

    private static RedirectView to(String path) {
        var view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
