package cn.jiping.registration.web;

import cn.jiping.registration.ApplicationFilter;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationRow;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.CounterApplications;
import cn.jiping.registration.CounterDraft;
import cn.jiping.registration.FormStep;
import cn.jiping.registration.Upload;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Sex;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** 窗口代报: registers somebody who comes to the counter of a county. */
@Controller
@RequestMapping(FormPages.COUNTER)
class CounterController {
    private static final List<Crumb> CRUMBS =
            List.of(
                    new Crumb("/authority", "door.AUTHORITY"),
                    new Crumb(FormPages.COUNTER, "nav.counter"));
    private static final List<String> HEADERS =
            List.of("name", "subject", "session", "city", "status", "submitted", "due");

    private final CounterApplications counter;
    private final ConsentPaper consent;
    private final ApplicationPage page;

    CounterController(CounterApplications counter, ConsentPaper consent, ApplicationPage page) {
        this.counter = counter;
        this.consent = consent;
        this.page = page;
    }

    @GetMapping
    String list(Actor actor, ReviewList asked, Model model) {
        model.addAttribute("slice", counter.list(actor, filter(actor, asked), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("status", asked.statusAsked(Optional.empty()));
        model.addAttribute("statuses", ApplicationStatus.values());
        model.addAttribute("base", FormPages.COUNTER);
        model.addAttribute("kinds", ApplicationPage.kinds());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", CRUMBS);
        return "registration/counter";
    }

    private static ApplicationFilter filter(Actor actor, ReviewList asked) {
        return asked.filter(actor, Optional.empty());
    }

    @GetMapping("/export")
    void export(Actor actor, ReviewList asked, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<List<?>>();
        counter.export(actor, filter(actor, asked), row -> rows.add(cells(row)));
        Excel.send(
                response,
                page.text("nav.counter"),
                HEADERS.stream().map(key -> page.text("page.registration.reviews." + key)).toList(),
                rows.iterator());
    }

    private List<@Nullable Object> cells(ApplicationRow row) {
        return Arrays.asList(
                row.name(),
                row.occupation() + " " + page.word(row.level()),
                row.sessionTitle(),
                row.cityName(),
                page.text("registration.status." + row.status()),
                ApplicationPage.day(row.submittedAt()),
                row.dueOn());
    }

    /** 代报同意书, to sign. */
    @GetMapping("/consent")
    void consent(Actor actor, HttpServletResponse response) throws IOException {
        var title = page.text("page.registration.counter.consent.title");
        Download.pdf(
                response,
                title,
                out -> consent.write(out, counter.consentText(), counter.counties(actor)));
    }

    @GetMapping("/new")
    String choose(Actor actor, Model model) {
        var county =
                counter.counties(actor).stream()
                        .findFirst()
                        .map(division -> division.code().value())
                        .orElse(null);
        model.addAttribute("form", CounterForm.empty(county));
        return choosing(actor, model);
    }

    private String choosing(Actor actor, Model model) {
        var counties = counter.counties(actor);
        model.addAttribute(
                "counties",
                counties.stream()
                        .map(division -> new Choice(division.code().value(), division.name()))
                        .toList());
        model.addAttribute("offerings", offerings(actor));
        model.addAttribute("documents", documents());
        model.addAttribute("sexes", sexes());
        model.addAttribute("consent", page.text("registration.consent." + counter.consentText()));
        model.addAttribute(
                "crumbs",
                List.of(
                        CRUMBS.getFirst(),
                        CRUMBS.getLast(),
                        new Crumb(FormPages.COUNTER + "/new", "page.registration.counter.new")));
        return "registration/counter-new";
    }

    private List<Choice> offerings(Actor actor) {
        return counter.open(actor).stream()
                .flatMap(session ->
                        session.offerings().stream()
                                .map(offering ->
                                        new Choice(
                                                CounterForm.written(session.id(), offering.id()),
                                                offering.occupation()
                                                        + " "
                                                        + page.word(offering.level())
                                                        + "（"
                                                        + session.heading().title()
                                                        + "）")))
                .toList();
    }

    private List<Choice> documents() {
        return Stream.of(IdentityDocument.Kind.values())
                .map(kind -> new Choice(kind.name(), page.text("page.person.kind." + kind)))
                .toList();
    }

    private List<Choice> sexes() {
        return Stream.of(Sex.values())
                .map(sex -> new Choice(sex.name(), page.text("page.person.sex." + sex)))
                .toList();
    }

    @PostMapping
    String begin(
            Actor actor,
            @ModelAttribute("form") CounterForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        return Forms.take(
                faults,
                response,
                () -> {
                    var id = begun(actor, form.draft(page.today()), form.scanned());
                    return "redirect:" + FormPages.address(actor, id, FormStep.PHOTO);
                },
                () -> choosing(actor, model));
    }

    private ApplicationId begun(Actor actor, CounterDraft draft, MultipartFile scan) {
        try (InputStream content = scan.getInputStream()) {
            var name = Objects.requireNonNullElse(scan.getOriginalFilename(), "");
            return counter.begin(
                    actor, draft, new Upload(name, content, draft.clientKey() + "-consent"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 代为缴费. */
    @PostMapping("/{id}/payment")
    String pay(Actor actor, @PathVariable ApplicationId id) {
        return "redirect:" + counter.pay(actor, id, FormPages.here(actor, id));
    }
}
