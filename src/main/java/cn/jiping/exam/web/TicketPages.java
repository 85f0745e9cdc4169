package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.TicketHolders;
import cn.jiping.plan.SessionId;
import cn.jiping.print.PdfFile;
import cn.jiping.shared.Actor;
import cn.jiping.web.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 准考证页: the same for its holder and for the counter that registered them. */
@Component
class TicketPages {
    private final Arrangements arrangements;
    private final TicketPaper paper;
    private final TicketHolders holders;
    private final BusinessClock clock;

    TicketPages(
            Arrangements arrangements,
            TicketPaper paper,
            TicketHolders holders,
            BusinessClock clock) {
        this.arrangements = arrangements;
        this.paper = paper;
        this.holders = holders;
        this.clock = clock;
    }

    /** Whose ticket, who sees it, and where its page lies. */
    record Asked(Actor actor, SessionId session, UUID examinee, String here, String back) {}

    /** Fills the page; answers with the number of the ticket. */
    String show(Asked asked, Model model) {
        var ticket = arrangements.ticket(asked.actor(), asked.session(), asked.examinee());
        model.addAttribute("ticket", ticket);
        model.addAttribute("times", paper.times(asked.actor(), ticket));
        model.addAttribute("document", holders.document(ticket.seat()));
        model.addAttribute("here", asked.here());
        model.addAttribute("back", asked.back());
        return ticket.seat().ticket();
    }

    void print(Asked asked, HttpServletResponse response) throws IOException {
        var ticket = arrangements.ticket(asked.actor(), asked.session(), asked.examinee());
        var title = paper.title(ticket);
        var times = paper.times(asked.actor(), ticket);
        var document = holders.document(ticket.seat());
        var photo = holders.photo(asked.actor(), ticket.seat());
        Download.pdf(
                response,
                new PdfFile(
                        title,
                        clock.now(),
                        pdf -> paper.draw(pdf, ticket, times, document, photo)));
    }
}
