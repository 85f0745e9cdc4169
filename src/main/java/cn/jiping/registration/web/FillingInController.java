package cn.jiping.registration.web;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.clock.BusinessClock;
import cn.jiping.file.FileId;
import cn.jiping.file.FileRefused;
import cn.jiping.file.FileView;
import cn.jiping.file.StoredFiles;
import cn.jiping.policy.Answer;
import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Enrolment;
import cn.jiping.registration.FormStep;
import cn.jiping.registration.Material;
import cn.jiping.registration.Needed;
import cn.jiping.registration.RegistrationRefused;
import cn.jiping.registration.Upload;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 填报: one thing a page, in the order of {@link FormStep}, and the check before it is handed in. */
@Controller
@RequestMapping(MyApplicationController.BASE + "/{id}")
class FillingInController {
    private static final String MET = "eligibility.condition-met";

    private final Applications applications;
    private final ApplicationPage page;
    private final StoredFiles files;
    private final BusinessClock clock;

    FillingInController(
            Applications applications,
            ApplicationPage page,
            StoredFiles files,
            BusinessClock clock) {
        this.applications = applications;
        this.page = page;
        this.files = files;
        this.clock = clock;
    }

    private static String address(ApplicationId id, FormStep step) {
        return MyApplicationController.BASE
                + "/"
                + id
                + "/form/"
                + step.name().toLowerCase(Locale.ROOT);
    }

    /** After a step comes the next one, and the check after the last. */
    private static String next(ApplicationId id, FormStep step) {
        var next = FormStep.after(step);
        return "redirect:"
                + next.map(there -> address(id, there))
                        .orElse(MyApplicationController.BASE + "/" + id + "/check");
    }

    /** What every page of the form shows: where one is, what is filled in, until when. */
    private void show(Actor actor, ApplicationView view, FormStep step, Model model) {
        var here = MyApplicationController.BASE + "/" + view.id();
        model.addAttribute("view", view);
        model.addAttribute("here", here);
        model.addAttribute("step", step);
        model.addAttribute("steps", FormStep.values());
        model.addAttribute("number", FormStep.number(step));
        var gaps = applications.gaps(actor, view.id());
        model.addAttribute("gaps", gaps);
        model.addAttribute("gapsSaid", page.word(gaps));
        model.addAttribute("subject", page.subject(view));
        model.addAttribute("editable", view.status().writable());
        model.addAttribute(
                "crumbs",
                MyApplicationController.crumbs(
                        view, Crumb.named(address(view.id(), step), page.word(step))));
    }

    private void requireWritable(ApplicationView view) {
        if (!view.status().writable()) {
            throw new NotFound("form of application", view.id());
        }
    }

    private ApplicationView open(Actor actor, ApplicationId id, FormStep step, Model model) {
        var view = applications.find(actor, id);
        requireWritable(view);
        show(actor, view, step, model);
        return view;
    }

    /** 照片. */
    @GetMapping("/form/photo")
    String photo(Actor actor, @PathVariable ApplicationId id, Model model) {
        return photoPage(open(actor, id, FormStep.PHOTO, model), model);
    }

    private static String photoPage(ApplicationView view, Model model) {
        model.addAttribute("photo", view.form().materials().get(Material.PHOTO));
        model.addAttribute("clientKey", Ids.next().toString());
        return "registration/form-photo";
    }

    /** 学历和单位. */
    @GetMapping("/form/background")
    String background(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = open(actor, id, FormStep.BACKGROUND, model);
        model.addAttribute("form", BackgroundForm.of(view.form(), view.version()));
        return backgroundPage(model);
    }

    private String backgroundPage(Model model) {
        model.addAttribute("educations", choices(Education.values()));
        model.addAttribute("enrolments", choices(Enrolment.values()));
        model.addAttribute("yesNo", yesNo());
        return "registration/form-background";
    }

    private List<Choice> choices(Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> new Choice(constant.name(), page.word(constant)))
                .toList();
    }

    private List<Choice> yesNo() {
        return List.of(
                new Choice("true", page.text("page.registration.yes")),
                new Choice("false", page.text("page.registration.no")));
    }

    @PostMapping("/form/background")
    String saveBackground(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") BackgroundForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        return saved(actor, id, FormStep.BACKGROUND, form, faults, response, model)
                ? next(id, FormStep.BACKGROUND)
                : backgroundPage(model);
    }

    /**
     * False if the page is shown again: something is wrong with it, or a row more was asked for.
     */
    private boolean saved(
            Actor actor,
            ApplicationId id,
            FormStep step,
            Filled form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var view = applications.find(actor, id);
        var longer = form.withRowsAskedFor();
        if (!longer.equals(form)) {
            show(actor, view, step, model);
            model.addAttribute("form", longer);
            return false;
        }
        try {
            write(actor, view, form.version(), form.in(view.form(), clock.today()));
            return true;
        } catch (InvalidInput e) {
            reject(faults, e, response);
        }
        show(actor, view, step, model);
        return false;
    }

    private void write(
            Actor actor, ApplicationView view, @Nullable Integer version, ApplicationForm form) {
        applications.write(actor, view.id(), MyApplicationController.seen(version), form);
    }

    private static void reject(
            BindingResult faults, InvalidInput input, HttpServletResponse response) {
        Forms.reject(faults, input);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    }

    /** 证书和职称. */
    @GetMapping("/form/certificates")
    String certificates(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = open(actor, id, FormStep.CERTIFICATES, model);
        model.addAttribute("form", CertificatesForm.of(view.form(), view.version()));
        return certificatesPage(model);
    }

    private String certificatesPage(Model model) {
        model.addAttribute(
                "levels",
                choices(
                        SkillLevel.JUNIOR,
                        SkillLevel.INTERMEDIATE,
                        SkillLevel.ADVANCED,
                        SkillLevel.TECHNICIAN,
                        SkillLevel.SENIOR_TECHNICIAN));
        model.addAttribute("educations", choices(Education.values()));
        model.addAttribute("titles", choices(ProfessionalTitle.values()));
        model.addAttribute("yesNo", yesNo());
        return "registration/form-certificates";
    }

    @PostMapping("/form/certificates")
    String saveCertificates(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") CertificatesForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        return saved(actor, id, FormStep.CERTIFICATES, form, faults, response, model)
                ? next(id, FormStep.CERTIFICATES)
                : certificatesPage(model);
    }

    /** 工作经历. */
    @GetMapping("/form/history")
    String history(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = open(actor, id, FormStep.HISTORY, model);
        model.addAttribute("form", HistoryForm.of(view.form(), view.version()));
        return historyPage(model);
    }

    private String historyPage(Model model) {
        model.addAttribute("yesNo", yesNo());
        return "registration/form-history";
    }

    @PostMapping("/form/history")
    String saveHistory(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") HistoryForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        return saved(actor, id, FormStep.HISTORY, form, faults, response, model)
                ? next(id, FormStep.HISTORY)
                : historyPage(model);
    }

    /** 申报条件表. */
    record ConditionForm(@Nullable String condition, @Nullable Integer version) {}

    /** 资格判定, and which of the conditions met one claims. */
    @GetMapping("/form/condition")
    String condition(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = open(actor, id, FormStep.CONDITION, model);
        model.addAttribute("form", new ConditionForm(view.form().condition(), view.version()));
        return conditionPage(actor, view, model);
    }

    private String conditionPage(Actor actor, ApplicationView view, Model model) {
        var answer = applications.judge(actor, view.id());
        model.addAttribute("ruling", ruling(answer));
        model.addAttribute("met", met(answer));
        model.addAttribute("soonest", answer.outcome().get("soonest"));
        return "registration/form-condition";
    }

    private static Ruling ruling(Answer answer) {
        return Boolean.TRUE.equals(answer.allowed())
                ? new Ruling.Met(answer.reasons())
                : new Ruling.NotMet(answer.reasons());
    }

    /** The conditions met, by the words of the ruling itself. */
    private static List<Choice> met(Answer answer) {
        return answer.reasons().stream()
                .filter(reason -> reason.code().code().equals(MET))
                .map(Reason::arguments)
                .map(said -> new Choice(said.get(0).toString(), said.get(1).toString()))
                .toList();
    }

    @PostMapping("/form/condition")
    String saveCondition(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") ConditionForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var view = applications.find(actor, id);
        try {
            var chosen = chosen(form, met(applications.judge(actor, id)));
            write(actor, view, form.version(), view.form().claiming(chosen));
            return next(id, FormStep.CONDITION);
        } catch (InvalidInput e) {
            reject(faults, e, response);
        }
        show(actor, view, FormStep.CONDITION, model);
        return conditionPage(actor, view, model);
    }

    private static String chosen(ConditionForm form, List<Choice> met) {
        return met.stream()
                .map(Choice::value)
                .filter(condition -> condition.equals(form.condition()))
                .findFirst()
                .orElseThrow(() -> Fields.notChosen("condition", "condition.short"));
    }

    /** 证明材料. */
    @GetMapping("/form/materials")
    String materials(Actor actor, @PathVariable ApplicationId id, Model model) {
        return materialsPage(actor, open(actor, id, FormStep.MATERIALS, model), model);
    }

    private String materialsPage(Actor actor, ApplicationView view, Model model) {
        model.addAttribute(
                "needed",
                applications.materials(actor, view.id()).stream()
                        .filter(Needed::uploaded)
                        .filter(needed -> needed.material() != Material.PHOTO)
                        .toList());
        model.addAttribute("files", files(actor, view));
        model.addAttribute("clientKey", Ids.next().toString());
        return "registration/form-materials";
    }

    private Map<Material, FileView> files(Actor actor, ApplicationView view) {
        var found = new LinkedHashMap<Material, FileView>();
        view.form()
                .materials()
                .forEach((material, file) -> found.put(material, files.find(actor, file)));
        return found;
    }

    @PostMapping("/materials/{material}")
    String upload(
            Actor actor,
            @PathVariable ApplicationId id,
            @PathVariable Material material,
            @RequestParam int version,
            @RequestParam String clientKey,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var wrong = taken(actor, id, material, version, clientKey, file);
        if (wrong == null) {
            redirect.addFlashAttribute("notice", Notice.ok("page.registration.uploaded"));
            return "redirect:" + back(id, material);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("wrong", wrong);
        model.addAttribute("wrongOf", material);
        return material == Material.PHOTO
                ? photoPage(open(actor, id, FormStep.PHOTO, model), model)
                : materialsPage(actor, open(actor, id, FormStep.MATERIALS, model), model);
    }

    /** What is wrong with the file, in words; null if it was taken. */
    private @Nullable String taken(
            Actor actor,
            ApplicationId id,
            Material material,
            int version,
            String clientKey,
            @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return page.text("invalid.registration.no-file");
        }
        try (InputStream content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            applications.attach(actor, id, version, material, new Upload(name, content, clientKey));
            return null;
        } catch (FileRefused e) {
            return page.refusal(e);
        }
    }

    private static String back(ApplicationId id, Material material) {
        return address(id, material == Material.PHOTO ? FormStep.PHOTO : FormStep.MATERIALS);
    }

    @PostMapping("/materials/{material}/removal")
    String remove(
            Actor actor,
            @PathVariable ApplicationId id,
            @PathVariable Material material,
            @RequestParam int version,
            RedirectAttributes redirect) {
        applications.detach(actor, id, version, material);
        redirect.addFlashAttribute("notice", Notice.ok("page.registration.removed"));
        return "redirect:" + back(id, material);
    }

    /** 核对. */
    @GetMapping("/check")
    String check(Actor actor, @PathVariable ApplicationId id, Model model) {
        return checkPage(actor, applications.find(actor, id), model);
    }

    private String checkPage(Actor actor, ApplicationView view, Model model) {
        show(actor, view, FormStep.MATERIALS, model);
        FileId photo = view.form().materials().get(Material.PHOTO);
        model.addAttribute("photo", photo);
        model.addAttribute("files", files(actor, view));
        if (view.status().writable()) {
            model.addAttribute("ruling", ruling(applications.judge(actor, view.id())));
        }
        model.addAttribute(
                "crumbs",
                MyApplicationController.crumbs(
                        view,
                        new Crumb(
                                MyApplicationController.BASE + "/" + view.id() + "/check",
                                "page.registration.check-page")));
        return "registration/check";
    }

    @PostMapping("/submission")
    String submit(
            Actor actor,
            @PathVariable ApplicationId id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String promised,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (promised == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("unpromised", true);
            return checkPage(actor, applications.find(actor, id), model);
        }
        try {
            applications.submit(actor, id, version);
            redirect.addFlashAttribute("notice", Notice.ok("page.registration.submitted"));
            return "redirect:" + MyApplicationController.BASE + "/" + id;
        } catch (RegistrationRefused e) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("wrong", page.refusal(e));
            model.addAttribute("source", e.source());
            return checkPage(actor, applications.find(actor, id), model);
        }
    }
}
