package cn.jiping.portal.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Notice;
import java.time.LocalDateTime;
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
        if (!demo || !clock.movable()) {
            throw new NotFound("page", "/demo/clock");
        }
        clock.moveTo(to.atZone(BusinessClock.ZONE).toInstant());
        redirect.addFlashAttribute(
                "notice",
                Notice.ok("page.portal.clock.moved", clock.localNow().toLocalDate().toString()));
        return to(OWN_PATH.matcher(back).matches() ? back : "/");
    }

    private static RedirectView to(String path) {
        var view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
