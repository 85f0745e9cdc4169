package cn.jiping.registration.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.registration.CheckQuestion;
import cn.jiping.registration.EligibilityCheck;
import cn.jiping.registration.EligibilityCheck.Step;
import cn.jiping.registration.EligibilityChecks;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我能报考吗: one question a page, the answers in the address, and the answer at the end. */
@Controller
class EligibilityController {
    private final EligibilityChecks checks;
    private final BusinessClock clock;
    private final CheckWords words;

    EligibilityController(EligibilityChecks checks, BusinessClock clock, CheckWords words) {
        this.checks = checks;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping(CheckAddress.PATH)
    String check(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        var typed = CheckAddress.of(parameters);
        var check = checks.check(typed.answers());
        model.addAttribute("given", given(check.steps()));
        model.addAttribute("subject", subject(check.steps()));
        var again = again(parameters.getFirst(CheckAddress.ASK), check);
        if (again.isPresent()) {
            return ask(again.get(), check, null, check.steps(), model);
        }
        var result = check.result();
        if (result != null) {
            return answer(check.steps(), result, model);
        }
        var next = Objects.requireNonNull(check.next());
        var error = error(check, next, parameters.getFirst(CheckAddress.AT));
        if (error != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("typed", typed.answers());
        return ask(next, check, error, check.steps(), model);
    }

    private static Optional<CheckQuestion> again(@Nullable String ask, EligibilityCheck check) {
        return Optional.ofNullable(ask)
                .flatMap(CheckQuestion::of)
                .filter(question ->
                        check.steps().stream().anyMatch(step -> step.question() == question));
    }

    private @Nullable String error(
            EligibilityCheck check, CheckQuestion next, @Nullable String answered) {
        var fault = check.fault();
        if (fault != null) {
            return words.fault(fault);
        }
        return next.key().equals(answered) ? words.missing() : null;
    }

    private String ask(
            CheckQuestion question,
            EligibilityCheck check,
            @Nullable String error,
            List<Step> steps,
            Model model) {
        var before = steps.stream().takeWhile(step -> step.question() != question).toList();
        var typed = typed(question, check, model);
        var page =
                new QuestionPage(
                        question,
                        before.size() + 1,
                        words.question(question, before),
                        words.hint(question, before),
                        error,
                        typed,
                        options(question, typed),
                        CheckAddress.of(steps).without(question).answers(),
                        back(before, steps),
                        suggestions(question, error, typed, steps));
        model.addAttribute("page", page);
        model.addAttribute("occupations", occupations(question));
        model.addAttribute("other", other(question, steps));
        model.addAttribute("crumbs", crumbs());
        return "registration/question";
    }

    /** What was typed to the question before, or, for the day of application, today. */
    private Map<String, String> typed(CheckQuestion question, EligibilityCheck check, Model model) {
        var answered =
                check.steps().stream().filter(step -> step.question() == question).findFirst();
        if (answered.isPresent()) {
            return answered.get().typed();
        }
        var typed = new LinkedHashMap<String, String>();
        if (model.getAttribute("typed") instanceof Map<?, ?> all) {
            question.keys()
                    .filter(all::containsKey)
                    .forEach(key -> typed.put(key, String.valueOf(all.get(key))));
        }
        if (question == CheckQuestion.ON) {
            typed.putIfAbsent(question.key(), clock.today().toString());
        }
        return typed;
    }

    private List<QuestionPage.Option> options(CheckQuestion question, Map<String, String> typed) {
        return checks.choices(question).stream()
                .map(choice -> {
                    var value = checks.written(choice);
                    return new QuestionPage.Option(
                            value,
                            words.choice(question, choice),
                            value.equals(typed.get(question.key())));
                })
                .toList();
    }

    private static @Nullable String back(List<Step> before, List<Step> steps) {
        return before.isEmpty() ? null : CheckAddress.of(steps).asking(before.getLast().question());
    }

    private List<String> occupations(CheckQuestion question) {
        return question == CheckQuestion.OCCUPATION ? checks.occupations() : List.of();
    }

    private List<QuestionPage.Link> suggestions(
            CheckQuestion question,
            @Nullable String error,
            Map<String, String> typed,
            List<Step> steps) {
        return question != CheckQuestion.OCCUPATION || error == null
                ? List.of()
                : checks.suggestions(typed.getOrDefault(question.key(), ""), clock.today()).stream()
                        .map(name -> link(question, steps, name))
                        .toList();
    }

    private QuestionPage.@Nullable Link other(CheckQuestion question, List<Step> steps) {
        return question == CheckQuestion.OCCUPATION
                ? link(question, steps, checks.otherOccupation())
                : null;
    }

    private static QuestionPage.Link link(CheckQuestion question, List<Step> steps, String name) {
        return new QuestionPage.Link(CheckAddress.of(steps).with(question, name).path(), name);
    }

    private List<QuestionPage.Given> given(List<Step> steps) {
        var address = CheckAddress.of(steps);
        return steps.stream()
                .map(step ->
                        new QuestionPage.Given(
                                words.label(step.question()),
                                words.answer(step),
                                address.asking(step.question())))
                .toList();
    }

    /** Occupation and level, as far as they are known. */
    private String subject(List<Step> steps) {
        return steps.stream()
                .filter(step ->
                        step.question() == CheckQuestion.OCCUPATION
                                || step.question() == CheckQuestion.LEVEL)
                .map(words::answer)
                .reduce((occupation, level) -> occupation + " · " + level)
                .orElse("");
    }

    /** Whether there is no level below the one asked about. */
    private boolean lowest(List<Step> steps) {
        return CheckWords.value(steps, CheckQuestion.LEVEL)
                .filter(checks.choices(CheckQuestion.LEVEL).getFirst()::equals)
                .isPresent();
    }

    private static List<Crumb> crumbs() {
        return List.of(
                new Crumb("/", "door.PUBLIC"), new Crumb(CheckAddress.PATH, "nav.eligibility"));
    }

    private String answer(List<Step> steps, EligibilityCheck.Result result, Model model) {
        var address = CheckAddress.of(steps);
        model.addAttribute("result", result);
        model.addAttribute("met", result.met().stream().map(this::shown).toList());
        model.addAttribute("unmet", result.unmet().stream().map(this::shown).toList());
        var first = result.first();
        model.addAttribute("first", first == null ? null : first.condition().id());
        model.addAttribute("ofAge", first != null && first.ofAge());
        model.addAttribute("lowest", lowest(steps));
        model.addAttribute("sources", sources(result));
        model.addAttribute("notes", notes(result));
        model.addAttribute("materials", result.materials().stream().map(this::material).toList());
        model.addAttribute("kind", result.kind() == null ? null : words.word(result.kind()));
        model.addAttribute(
                "occupation",
                CheckWords.value(steps, CheckQuestion.OCCUPATION).isEmpty()
                        ? null
                        : address.answers().get(CheckQuestion.OCCUPATION.key()));
        model.addAttribute("place", address.answers().get(CheckQuestion.PLACE.key()));
        model.addAttribute("level", address.asking(CheckQuestion.LEVEL));
        model.addAttribute("last", address.asking(steps.getLast().question()));
        model.addAttribute(
                "crumbs",
                Stream.concat(
                                crumbs().stream(),
                                Stream.of(
                                        new Crumb(
                                                address.path(), "page.registration.check.result")))
                        .toList());
        return "registration/answer";
    }

    private Shown shown(EligibilityCheck.Judged judged) {
        return new Shown(
                judged.condition().id(),
                judged.condition().text(),
                judged.lacks().stream().map(words::lack).toList());
    }

    private Told material(Reason reason) {
        return new Told(words.reason(reason), reason.source());
    }

    /** What else was decided on the way: which standard applies, how a condition is read. */
    private List<String> notes(EligibilityCheck.Result result) {
        return result.reasons().stream()
                .filter(reason -> !reason.code().code().startsWith("eligibility.condition"))
                .map(words::reason)
                .toList();
    }

    private static List<Source> sources(EligibilityCheck.Result result) {
        return result.reasons().stream().map(Reason::source).distinct().toList();
    }

    /** A condition in words, with what lacks. */
    record Shown(String id, String text, List<String> lacks) {}

    /** A sentence with its source. */
    record Told(String text, Source source) {}
}
