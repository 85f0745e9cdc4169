package cn.jiping.exam.web;

import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.CounterApplications;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 代取准考证: by the county at whose counter the candidate was registered. */
@Controller
@RequestMapping("/authority/counter/{id}/ticket")
class CounterTicketController {
    private static final String COUNTER = "/authority/counter";

    private final CounterApplications counter;
    private final TicketPages pages;

    CounterTicketController(CounterApplications counter, TicketPages pages) {
        this.counter = counter;
        this.pages = pages;
    }

    @GetMapping
    String one(Actor actor, @PathVariable ApplicationId id, Model model) {
        var errand = counter.errand(actor, id);
        var asked = asked(errand, id);
        pages.show(asked, model);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/authority", "door.AUTHORITY"),
                        new Crumb(COUNTER, "nav.counter"),
                        Crumb.named(asked.back(), errand.name()),
                        new Crumb(asked.here(), "nav.tickets")));
        return "exam/ticket";
    }

    /** The registration is what the roster knows the examinee by. */
    private static TicketPages.Asked asked(CounterApplications.Errand errand, ApplicationId id) {
        var back = COUNTER + "/" + id;
        return new TicketPages.Asked(
                errand.clerk(), errand.session(), id.value(), back + "/ticket", back);
    }

    @GetMapping("/pdf")
    void print(Actor actor, @PathVariable ApplicationId id, HttpServletResponse response)
            throws IOException {
        pages.print(asked(counter.errand(actor, id), id), response);
    }
}
