package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateId;
import cn.jiping.certificate.CertificatePlaces;
import cn.jiping.certificate.CertificatePrinting;
import cn.jiping.certificate.Certificates;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的证书: the holder's own, to look at and to download, and where to fetch it. */
@Controller
@RequestMapping("/my/certificates")
class MyCertificateController {
    private static final Crumb HOME = new Crumb("/my", "door.MY");
    private static final Crumb LIST = new Crumb("/my/certificates", "nav.my-certificates");

    private final Certificates certificates;
    private final CertificatePlaces places;
    private final CertificatePrinting printing;

    MyCertificateController(
            Certificates certificates, CertificatePlaces places, CertificatePrinting printing) {
        this.certificates = certificates;
        this.places = places;
        this.printing = printing;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var person = actor.person();
        model.addAttribute("rows", person == null ? List.of() : certificates.listOf(actor, person));
        model.addAttribute("kinds", Statuses.kinds());
        model.addAttribute("crumbs", List.of(HOME, LIST));
        return "certificate/mine";
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable CertificateId id, Model model) {
        var certificate = certificates.find(actor, id);
        model.addAttribute("certificate", certificate);
        model.addAttribute("kind", Statuses.kind(certificate.fate().status()));
        model.addAttribute(
                "counties",
                Counties.choices(certificate.city(), places.counties(certificate.city().code())));
        model.addAttribute(
                "crumbs",
                List.of(
                        HOME,
                        LIST,
                        Crumb.named("/my/certificates/" + id, certificate.issue().number())));
        return "certificate/my-certificate";
    }

    /** 选领取地点: where the holder fetches it, until it is handed out. */
    @PostMapping("/{id}/place")
    String move(
            Actor actor,
            @PathVariable CertificateId id,
            @RequestParam @Nullable String county,
            @RequestParam int seen,
            RedirectAttributes redirect) {
        places.move(actor, id, Counties.chosen(county), seen);
        redirect.addFlashAttribute("notice", Notice.ok("page.certificate.place.done"));
        return "redirect:/my/certificates/" + id;
    }

    @GetMapping("/{id}/pdf")
    void pdf(Actor actor, @PathVariable CertificateId id, HttpServletResponse response)
            throws IOException {
        Download.pdf(response, printing.one(actor, id));
    }
}
