package cn.jiping.audit.web;

import cn.jiping.audit.AuditFinding;
import cn.jiping.audit.Seals;
import cn.jiping.audit.Verifications;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import cn.jiping.web.Notice;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a verification and reading what it found. */
@Controller
class VerificationController {
    private final Verifications verifications;
    private final Seals seals;
    private final ActWords words;

    VerificationController(Verifications verifications, Seals seals, ActWords words) {
        this.verifications = verifications;
        this.seals = seals;
        this.words = words;
    }

    @GetMapping("/audit/verification")
    String show(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            Model model) {
        var paging = Paging.within(page, size);
        var run = verifications.latest();
        model.addAttribute("run", run.orElse(null));
        model.addAttribute(
                "slice",
                run.map(latest -> verifications.findings(latest, paging))
                        .orElseGet(() -> new Slice<AuditFinding>(List.of(), 0, paging)));
        model.addAttribute("latest", seals.latest().orElse(null));
        model.addAttribute("words", words);
        model.addAttribute("crumbs", List.of(AuditNavigation.ACTS, AuditNavigation.VERIFICATION));
        return "audit/verification";
    }

    @PostMapping("/audit/verification")
    String ask(Actor actor, RedirectAttributes redirect) {
        verifications.ask(actor);
        redirect.addFlashAttribute("notice", Notice.info("page.audit.verification.asked"));
        return "redirect:/audit/verification";
    }
}
