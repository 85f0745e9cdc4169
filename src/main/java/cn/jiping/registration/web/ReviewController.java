package cn.jiping.registration.web;

import cn.jiping.file.FileView;
import cn.jiping.file.StoredFiles;
import cn.jiping.person.Persons;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationRow;
import cn.jiping.registration.ApplicationSheets;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Material;
import cn.jiping.registration.RegistrationRefused;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.registration.Reviews;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Role;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 资格审核: what was handed in, one case beside its proof and ruling, and what a reviewer decides. */
@Controller
@RequestMapping({"/body/reviews", "/authority/reviews"})
class ReviewController {
    private static final List<String> HEADERS =
            List.of("name", "subject", "session", "city", "status", "submitted", "due", "held");
    private static final List<Fault> OF_MATERIALS =
            List.of(Fault.MISSING, Fault.UNCLEAR, Fault.CONTRADICTS, Fault.FALSE);

    private final Reviews reviews;
    private final ApplicationSheets sheets;
    private final ApplicationPage page;
    private final Persons persons;
    private final StoredFiles files;

    ReviewController(
            Reviews reviews,
            ApplicationSheets sheets,
            ApplicationPage page,
            Persons persons,
            StoredFiles files) {
        this.reviews = reviews;
        this.sheets = sheets;
        this.page = page;
        this.persons = persons;
        this.files = files;
    }

    /** Behind the actor's own door. */
    private static String base(Actor actor) {
        Role role = Objects.requireNonNull(actor.role());
        return role.door().path() + "/reviews";
    }

    private static List<Crumb> crumbs(Actor actor, Crumb... more) {
        Role role = Objects.requireNonNull(actor.role());
        return Stream.concat(
                        Stream.of(
                                new Crumb(role.door().path(), "door." + role.door()),
                                new Crumb(base(actor), "nav.reviews")),
                        Stream.of(more))
                .toList();
    }

    @GetMapping
    String list(Actor actor, ReviewList asked, Model model) {
        var stage = reviews.stage(actor);
        model.addAttribute(
                "slice", reviews.list(actor, asked.filter(actor, stage), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("status", asked.statusAsked(stage));
        model.addAttribute("reviewer", stage.isPresent());
        model.addAttribute("waiting", reviews.waiting(actor, null));
        model.addAttribute("base", base(actor));
        model.addAttribute("statuses", statuses());
        model.addAttribute("sessions", reviews.sessions(actor));
        model.addAttribute("kinds", ApplicationPage.kinds());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", crumbs(actor));
        return "registration/reviews";
    }

    /** All that can be handed in. */
    private static List<ApplicationStatus> statuses() {
        return Stream.of(ApplicationStatus.values())
                .filter(status -> status != ApplicationStatus.DRAFT)
                .toList();
    }

    @GetMapping("/export")
    void export(Actor actor, ReviewList asked, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<List<?>>();
        reviews.export(
                actor, asked.filter(actor, reviews.stage(actor)), row -> rows.add(cells(row)));
        Excel.send(
                response,
                page.text("nav.reviews"),
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
                row.dueOn(),
                row.heldBy());
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable ApplicationId id, Model model) {
        var found = reviews.find(actor, id);
        model.addAttribute(
                "form", DecisionForm.of(found.materials(), found.application().version()));
        return casePage(actor, found, model);
    }

    private String casePage(Actor actor, Reviews.Case found, Model model) {
        show(actor, found.application(), model);
        var view = found.application();
        model.addAttribute("decision", found.decision().orElse(null));
        model.addAttribute("materials", found.materials());
        model.addAttribute("files", files(actor, view));
        model.addAttribute("stage", found.stage());
        model.addAttribute("resitDecision", found.resit().orElse(null));
        model.addAttribute("outcomes", outcomes(found));
        model.addAttribute("faults", faults());
        model.addAttribute("waiting", reviews.waiting(actor, view.about().session()));
        model.addAttribute(
                "person", persons.find(actor.scope(), view.about().person()).orElse(null));
        var held = view.inHand();
        var account = actor.requireAccount();
        model.addAttribute("mine", held != null && account.equals(held.account()));
        model.addAttribute("wide", true);
        return "registration/review";
    }

    /** 职业技能鉴定申报表. */
    @GetMapping("/{id}/sheet")
    void sheet(Actor actor, @PathVariable ApplicationId id, HttpServletResponse response)
            throws IOException {
        var printed = sheets.print(actor, id);
        Download.pdf(response, printed.name(), printed::write);
    }

    private void show(Actor actor, ApplicationView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("subject", page.subject(view));
        model.addAttribute("kind", ApplicationPage.kind(view.status()));
        model.addAttribute("cells", page.cells(view, page.session(actor, view), "staff"));
        model.addAttribute("base", base(actor));
        model.addAttribute("here", base(actor) + "/" + view.id());
        model.addAttribute(
                "crumbs",
                crumbs(actor, Crumb.named(base(actor) + "/" + view.id(), view.about().name())));
    }

    private Map<Material, FileView> files(Actor actor, ApplicationView view) {
        var found = new LinkedHashMap<Material, FileView>();
        view.form().materials().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> found.put(entry.getKey(), files.find(actor, entry.getValue())));
        return found;
    }

    private static List<Outcome> outcomes(Reviews.Case found) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.RETURNED || found.mayReturn())
                .toList();
    }

    private List<Choice> faults() {
        return OF_MATERIALS.stream()
                .map(fault -> new Choice(fault.name(), page.text("registration.fault." + fault)))
                .toList();
    }

    @PostMapping("/{id}/taking")
    String take(Actor actor, @PathVariable ApplicationId id, @RequestParam int version) {
        reviews.take(actor, id, version);
        return "redirect:" + base(actor) + "/" + id;
    }

    @PostMapping("/{id}/release")
    String release(Actor actor, @PathVariable ApplicationId id, RedirectAttributes redirect) {
        reviews.release(actor, id);
        redirect.addFlashAttribute("notice", Notice.ok("page.registration.review.released"));
        return "redirect:" + base(actor) + "/" + id;
    }

    /** 下一件; back to the list where none waits. */
    @GetMapping("/{id}/next")
    String next(Actor actor, @PathVariable ApplicationId id, RedirectAttributes redirect) {
        var next = reviews.next(actor, id);
        if (next.isEmpty()) {
            redirect.addFlashAttribute("notice", Notice.ok("page.registration.review.none"));
            return "redirect:" + base(actor);
        }
        return "redirect:" + base(actor) + "/" + next.get();
    }

    @PostMapping("/{id}/decision")
    String decide(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var found = reviews.find(actor, id);
        try {
            var draft = form.draft();
            if (form.mustBeSure() && !draft.found().isEmpty()) {
                show(actor, found.application(), model);
                model.addAttribute("found", draft.found());
                return "registration/refuse";
            }
            reviews.decide(actor, id, FormPages.seen(form.version()), draft);
            redirect.addFlashAttribute(
                    "notice",
                    Notice.ok("page.registration.review.done", found.application().about().name()));
            return "redirect:" + base(actor) + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (RegistrationRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return casePage(actor, reviews.find(actor, id), model);
    }
}
