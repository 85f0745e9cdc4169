package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateFilter;
import cn.jiping.certificate.CertificateId;
import cn.jiping.certificate.CertificatePlaces;
import cn.jiping.certificate.CertificatePrinting;
import cn.jiping.certificate.CertificateRow;
import cn.jiping.certificate.CertificateStatus;
import cn.jiping.certificate.Certificates;
import cn.jiping.certificate.PassedResult;
import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Excel;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 证书: those of one's own places, to find, check, print and hand out. */
@Controller
@RequestMapping(CertificateController.PATH)
class CertificateController {
    static final String PATH = "/authority/certificates";
    static final Crumb LIST = new Crumb("/authority/certificates", "nav.certificates");
    private static final List<String> HEADERS =
            List.of(
                    "number",
                    "holder",
                    "occupation",
                    "level",
                    "session",
                    "city",
                    "county",
                    "issued",
                    "status",
                    "handed");

    private final Certificates certificates;
    private final CertificatePlaces places;
    private final CertificatePrinting printing;
    private final MessageSource messages;

    CertificateController(
            Certificates certificates,
            CertificatePlaces places,
            CertificatePrinting printing,
            MessageSource messages) {
        this.certificates = certificates;
        this.places = places;
        this.printing = printing;
        this.messages = messages;
    }

    static Crumb home(Actor actor) {
        var role = Objects.requireNonNull(actor.role());
        return new Crumb(role.door().path(), "door." + role.door());
    }

    @GetMapping
    String list(Actor actor, CertificateList asked, Model model) {
        model.addAttribute("slice", certificates.list(actor, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", PATH);
        model.addAttribute("statuses", CertificateStatus.values());
        var sessions = certificates.sessions(actor);
        model.addAttribute("sessions", sessions);
        model.addAttribute("printable", printable(asked, sessions));
        model.addAttribute("places", certificates.places(actor));
        model.addAttribute("counties", places.counties(actor));
        model.addAttribute("kinds", Statuses.kinds());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(home(actor), LIST));
        return "certificate/list";
    }

    /** The session asked for, or the only one: paper is made session by session. */
    private static @Nullable SessionId printable(
            CertificateList asked, List<PassedResult.Session> sessions) {
        var session = asked.sessionAsked();
        return session == null && sessions.size() == 1 ? sessions.getFirst().id() : session;
    }

    @GetMapping("/export")
    void export(Actor actor, CertificateList asked, HttpServletResponse response, Locale locale)
            throws IOException {
        Excel.send(
                response,
                text("nav.certificates", locale),
                HEADERS.stream().map(key -> text("page.certificate.list." + key, locale)).toList(),
                to ->
                        certificates.export(
                                actor, asked.filter(), row -> to.accept(cells(row, locale))));
    }

    private List<@Nullable Object> cells(CertificateRow row, Locale locale) {
        return Arrays.asList(
                row.number(),
                row.holder(),
                row.occupation(),
                text("level." + row.level(), locale),
                row.sessionTitle(),
                row.city(),
                row.county(),
                row.issuedOn(),
                text("certificate.status." + row.status(), locale),
                day(row.handedOutAt()));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    /** 交由县（市、区）发放表: which, and to whom; the list as it was filtered. */
    record MoveForm(@Nullable List<String> ids, @Nullable String county) {

        List<CertificateId> chosen() {
            try {
                return ids == null
                        ? List.of()
                        : ids.stream().filter(Objects::nonNull).map(CertificateId::of).toList();
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("ids", "certificate.none-chosen");
            }
        }
    }

    @PostMapping("/places")
    String move(Actor actor, MoveForm form, CertificateList asked, RedirectAttributes redirect) {
        try {
            var done = places.move(actor, form.chosen(), Counties.chosen(form.county()));
            redirect.addFlashAttribute(
                    "notice",
                    done.left() == 0
                            ? Notice.ok("page.certificate.places.done", done.moved())
                            : Notice.warn(
                                    "page.certificate.places.left", done.moved(), done.left()));
        } catch (InvalidInput _) {
            redirect.addFlashAttribute("notice", Notice.warn("page.certificate.places.wrong"));
        }
        redirect.addAllAttributes(asked.given());
        return "redirect:" + PATH;
    }

    /** 批量打印: the certificates of the list, one a page. */
    @GetMapping("/sessions/{session}/print")
    void print(
            Actor actor,
            @PathVariable SessionId session,
            CertificateList asked,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        requireSession(actor, session);
        Download.pdf(
                response,
                printing.all(actor, asked.in(session).filter(), text("nav.certificates", locale)));
    }

    /** One with certificates that the actor may see. */
    private void requireSession(Actor actor, SessionId session) {
        if (certificates.sessions(actor).stream().noneMatch(one -> one.id().equals(session))) {
            throw new NotFound("session", session);
        }
    }

    /** 领取签收表: the valid ones of session and place that still lie in the office. */
    @GetMapping("/sessions/{session}/receipts")
    void receipts(
            Actor actor,
            @PathVariable SessionId session,
            CertificateList asked,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        requireSession(actor, session);
        var waiting = CertificateFilter.toHandOut(session, asked.placeAsked());
        Download.pdf(
                response,
                printing.receipts(actor, waiting, text("print.certificate.receipt.title", locale)));
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable CertificateId id, Model model) {
        var certificate = certificates.find(actor, id);
        model.addAttribute("certificate", certificate);
        model.addAttribute("kind", Statuses.kind(certificate.fate().status()));
        model.addAttribute("own", actor.scope().covers(certificate.issue().issuer().code()));
        model.addAttribute(
                "crumbs",
                List.of(
                        home(actor),
                        LIST,
                        Crumb.named(PATH + "/" + id, certificate.issue().number())));
        return "certificate/certificate";
    }

    @GetMapping("/{id}/pdf")
    void pdf(Actor actor, @PathVariable CertificateId id, HttpServletResponse response)
            throws IOException {
        Download.pdf(response, printing.one(actor, id));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
