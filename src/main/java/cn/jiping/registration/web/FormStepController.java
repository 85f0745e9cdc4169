package cn.jiping.registration.web;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Answer;
import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Enrolment;
import cn.jiping.registration.FormStep;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import cn.jiping.web.Choice;
import cn.jiping.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** 填报: one thing a page, in the order of {@link FormStep}. */
@Controller
@RequestMapping({FormPages.EACH_MINE, FormPages.EACH_AT_COUNTER})
class FormStepController {
    private static final String MET = "eligibility.condition-met";

    private final Applications applications;
    private final FormPages pages;
    private final ApplicationPage page;
    private final BusinessClock clock;

    FormStepController(
            Applications applications, FormPages pages, ApplicationPage page, BusinessClock clock) {
        this.applications = applications;
        this.pages = pages;
        this.page = page;
        this.clock = clock;
    }

    /** 学历和单位. */
    @GetMapping("/form/background")
    String background(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = pages.open(actor, id, FormStep.BACKGROUND, model);
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
                ? FormPages.next(actor, id, FormStep.BACKGROUND)
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
            pages.show(actor, view, step, model);
            model.addAttribute("form", longer);
            return false;
        }
        try {
            write(actor, view, form.version(), form.in(view.form(), clock.today()));
            return true;
        } catch (InvalidInput e) {
            Forms.reject(faults, e, response);
        }
        pages.show(actor, view, step, model);
        return false;
    }

    private void write(
            Actor actor, ApplicationView view, @Nullable Integer version, ApplicationForm form) {
        applications.write(actor, view.id(), FormPages.seen(version), form);
    }

    /** 证书和职称. */
    @GetMapping("/form/certificates")
    String certificates(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = pages.open(actor, id, FormStep.CERTIFICATES, model);
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
                ? FormPages.next(actor, id, FormStep.CERTIFICATES)
                : certificatesPage(model);
    }

    /** 工作经历. */
    @GetMapping("/form/history")
    String history(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = pages.open(actor, id, FormStep.HISTORY, model);
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
                ? FormPages.next(actor, id, FormStep.HISTORY)
                : historyPage(model);
    }

    /** 申报条件表. */
    record ConditionForm(@Nullable String condition, @Nullable Integer version) {}

    /** 资格判定, and which of the conditions met one claims. */
    @GetMapping("/form/condition")
    String condition(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = pages.open(actor, id, FormStep.CONDITION, model);
        model.addAttribute("form", new ConditionForm(view.form().condition(), view.version()));
        return conditionPage(actor, view, model);
    }

    private String conditionPage(Actor actor, ApplicationView view, Model model) {
        var answer = applications.judge(actor, view.id());
        model.addAttribute("ruling", FormPages.ruling(answer));
        model.addAttribute("met", met(answer));
        model.addAttribute("soonest", answer.outcome().get("soonest"));
        return "registration/form-condition";
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
            return FormPages.next(actor, id, FormStep.CONDITION);
        } catch (InvalidInput e) {
            Forms.reject(faults, e, response);
        }
        pages.show(actor, view, FormStep.CONDITION, model);
        return conditionPage(actor, view, model);
    }

    private static String chosen(ConditionForm form, List<Choice> met) {
        return met.stream()
                .map(Choice::value)
                .filter(condition -> condition.equals(form.condition()))
                .findFirst()
                .orElseThrow(() -> Fields.notChosen("condition", "condition.short"));
    }
}
