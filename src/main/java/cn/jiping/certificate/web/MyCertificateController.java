package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateId;
import cn.jiping.certificate.CertificatePrinting;
import cn.jiping.certificate.Certificates;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 我的证书: the holder's own, to look at and to download. */
@Controller
@RequestMapping("/my/certificates")
class MyCertificateController {
    private static final Crumb HOME = new Crumb("/my", "door.MY");
    private static final Crumb LIST = new Crumb("/my/certificates", "nav.my-certificates");

    private final Certificates certificates;
    private final CertificatePrinting printing;

    MyCertificateController(Certificates certificates, CertificatePrinting printing) {
        this.certificates = certificates;
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
                "crumbs",
                List.of(
                        HOME,
                        LIST,
                        Crumb.named("/my/certificates/" + id, certificate.issue().number())));
        return "certificate/my-certificate";
    }

    @GetMapping("/{id}/pdf")
    void pdf(Actor actor, @PathVariable CertificateId id, HttpServletResponse response)
            throws IOException {
        var printed = printing.one(actor, id);
        Download.pdf(response, printed.name(), printed::write);
    }
}
