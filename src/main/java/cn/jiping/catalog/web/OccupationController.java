package cn.jiping.catalog.web;

import cn.jiping.catalog.NamedLevels;
import cn.jiping.catalog.OccupationView;
import cn.jiping.catalog.Occupations;
import cn.jiping.catalog.Province;
import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Unanswerable;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One occupation: where it stands on a day and why, how it stood before, and what is open to it.
 */
@Controller
class OccupationController {
    private static final String LEVELS = "levels";

    private final Policies policies;
    private final BusinessClock clock;
    private final ReasonTexts texts;

    OccupationController(Policies policies, BusinessClock clock, ReasonTexts texts) {
        this.policies = policies;
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping("/occupations/{name}")
    String one(
            @PathVariable String name,
            OccupationQuery asked,
            Model model,
            HttpServletResponse response) {
        var book = policies.book();
        try {
            show(name, asked.province(book), asked.day(clock.today()), model);
            model.addAttribute("faults", Map.of());
        } catch (InvalidInput wrong) {
            show(name, new Jurisdiction(OccupationQuery.USUAL_PLACE), clock.today(), model);
            model.addAttribute("faults", OccupationListController.faults(wrong));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("asked", asked);
        model.addAttribute("typed", asked.dayAsked(clock.today()));
        return "catalog/one";
    }

    private void show(String name, Jurisdiction place, LocalDate on, Model model) {
        var book = policies.book();
        var occupations = new Occupations(book);
        var view = occupations.one(name, place, on);
        var occupation = view.occupation();
        model.addAttribute("view", view);
        model.addAttribute(
                "why",
                view.reasons().stream().map(reason -> texts.text(reason, Locale.CHINA)).toList());
        model.addAttribute("place", place);
        model.addAttribute("on", on);
        model.addAttribute("provinces", Province.in(book));
        model.addAttribute("province", OccupationListController.name(book, place));
        model.addAttribute("phases", occupations.history(occupation, place));
        model.addAttribute("kinds", EvaluationKind.values());
        model.addAttribute("workTypes", occupations.workTypes(occupation));
        model.addAttribute("levels", levels(book, view, place, on));
        model.addAttribute("levelsByBody", levelsByBody(view, place, on));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/", "door.PUBLIC"),
                        OccupationListController.crumb(),
                        Crumb.named("", occupation.name())));
    }

    private static List<NamedLevels> levels(
            LawBook book, OccupationView view, Jurisdiction place, LocalDate on) {
        return view.kind() == null
                ? List.of()
                : new Occupations(book).levels(view.occupation(), view.kind(), place, on);
    }

    /** Which levels a body may recognise, as the topic of that name answers. */
    private Map<BodyType, NamedLevels> levelsByBody(
            OccupationView view, Jurisdiction place, LocalDate on) {
        var found = new EnumMap<BodyType, NamedLevels>(BodyType.class);
        if (view.kind() == EvaluationKind.SKILL_LEVEL
                && policies.topics().stream().anyMatch(topic -> topic.name().equals(LEVELS))) {
            for (var body : BodyType.values()) {
                levels(body, place, on).ifPresent(levels -> found.put(body, levels));
            }
        }
        return found;
    }

    private Optional<NamedLevels> levels(BodyType body, Jurisdiction place, LocalDate on) {
        try {
            var answer =
                    policies.answer(
                            LEVELS,
                            Map.of(
                                    "jurisdiction", List.of(place.value()),
                                    "bodyType", List.of(body.name()),
                                    "on", List.of(on.toString())));
            var levels = (List<?>) answer.outcome().getOrDefault(LEVELS, List.of());
            return Optional.of(
                    new NamedLevels(
                            levels.stream().map(SkillLevel.class::cast).toList(),
                            answer.reasons().getFirst().source()));
        } catch (Unanswerable _) {
            return Optional.empty();
        }
    }
}
