package cn.jiping.policy.web;

import cn.jiping.policy.Answer;
import cn.jiping.policy.CountedDay;
import cn.jiping.policy.Counting;
import cn.jiping.policy.Deadline;
import cn.jiping.policy.DeadlineTerms;
import cn.jiping.policy.Deadlines;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Unanswerable;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 期限计算: by when something is due, how that was counted, and by which clause. */
@Controller
class DeadlineController {
    static final String PATH = "/deadlines";

    private static final int LONGEST_CALENDAR = 400;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）", Locale.CHINA);
    private static final List<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.NARROW, Locale.CHINA))
                    .toList();

    private final Policies policies;
    private final AnswerWords answers;
    private final LawWords words;
    private final LawRows rows;
    private final ReasonTexts texts;

    DeadlineController(
            Policies policies,
            AnswerWords answers,
            LawWords words,
            LawRows rows,
            ReasonTexts texts) {
        this.policies = policies;
        this.answers = answers;
        this.words = words;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping(PATH)
    String count(DeadlineForm form, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("whats", whats());
        model.addAttribute("modes", modes());
        model.addAttribute("places", places());
        model.addAttribute("errors", Map.of());
        model.addAttribute("crumbs", List.of(LawController.HOME, new Crumb(PATH, "nav.deadlines")));
        if (form.asked()) {
            answer(form, model);
        }
        return "policy/deadlines";
    }

    private void answer(DeadlineForm form, Model model) {
        try {
            var answer = policies.answer(form.topic(), form.facts());
            show(form, answer, model);
        } catch (InvalidInput wrong) {
            model.addAttribute("errors", errors(wrong));
        } catch (Unanswerable nothing) {
            model.addAttribute("nothing", words.nothing(nothing));
            model.addAttribute("nothingNext", words.text("refusal." + nothing.code() + ".next"));
            model.addAttribute("elsewhere", form.inWorkingDays() ? List.of() : elsewhere(form));
        }
    }

    /** Where and for which mode the same event does have a term. */
    private List<Elsewhere> elsewhere(DeadlineForm form) {
        return places().stream()
                .flatMap(place ->
                        modes().stream().flatMap(mode -> elsewhere(form, place, mode).stream()))
                .toList();
    }

    private Optional<Elsewhere> elsewhere(DeadlineForm form, Choice place, Choice mode) {
        var other = form.in(place.value(), mode.value());
        try {
            policies.answer(other.topic(), other.facts());
            return Optional.of(new Elsewhere(place, mode));
        } catch (InvalidInput | Unanswerable _) {
            return Optional.empty();
        }
    }

    private void show(DeadlineForm form, Answer answer, Model model) {
        var way = way(form);
        var due = (LocalDate) Objects.requireNonNull(outcome(answer));
        model.addAttribute("answer", answers.shown(answer));
        model.addAttribute("due", due);
        model.addAttribute("dueText", DAY.format(due));
        model.addAttribute("weekdays", WEEKDAYS);
        model.addAttribute("event", answer.asOf());
        model.addAttribute("way", way);
        model.addAttribute("counted", way.stream().filter(CountedDay::counted).count());
        model.addAttribute("passed", passed(way));
        if (!way.isEmpty() && way.size() <= LONGEST_CALENDAR) {
            model.addAttribute("calendar", CountedMonths.of(way));
        }
    }

    private static @Nullable Object outcome(Answer answer) {
        return answer.outcome().getOrDefault("due", answer.outcome().get("date"));
    }

    private List<CountedDay> way(DeadlineForm form) {
        var event = LocalDate.parse(form.text("event"));
        var book = policies.book();
        if (form.inWorkingDays()) {
            return Counting.under(book.in(Jurisdiction.NATIONAL, event))
                    .days(event, Integer.parseInt(form.text("days")));
        }
        return new Deadlines(book, new Jurisdiction(form.text("jurisdiction")))
                .days(what(form), Asked.constant(ExamMode.class, form.text("mode")), event);
    }

    private static Deadline what(DeadlineForm form) {
        return Stream.of(Deadline.values())
                .filter(each -> each.code().equals(form.text("what")))
                .findAny()
                .orElseThrow();
    }

    /** How many days of each kind but plain working days were passed, that of the event aside. */
    private static List<Passed> passed(List<CountedDay> way) {
        return Arrays.stream(CountedDay.Kind.values())
                .filter(kind -> kind != CountedDay.Kind.WORKING)
                .map(kind ->
                        new Passed(
                                kind,
                                way.stream().skip(1).filter(day -> day.kind() == kind).count()))
                .filter(passed -> passed.days() > 0)
                .toList();
    }

    private Map<String, String> errors(InvalidInput wrong) {
        var errors = new LinkedHashMap<String, String>();
        for (var fault : wrong.faults()) {
            var field = DeadlineForm.field(fault.field());
            errors.put(field, words.text("invalid.deadlines." + field));
        }
        return errors;
    }

    private List<Choice> whats() {
        return Stream.concat(
                        Arrays.stream(Deadline.values())
                                .map(what -> new Choice(what.code(), word(what))),
                        Stream.of(
                                new Choice(
                                        DeadlineForm.WORKING_DAYS,
                                        words.text("page.deadlines.working-days"))))
                .toList();
    }

    private List<Choice> modes() {
        return Arrays.stream(ExamMode.values())
                .map(mode -> new Choice(mode.name(), word(mode)))
                .toList();
    }

    private List<Choice> places() {
        var withTerms =
                rows.jurisdictions().stream()
                        .filter(place ->
                                !policies.book().entries(DeadlineTerms.class, place).isEmpty())
                        .toList();
        return LawController.choices(withTerms, words);
    }

    private String word(Object value) {
        return texts.word(value, Locale.CHINA);
    }

    /** A place and a mode that have a term. */
    record Elsewhere(Choice place, Choice mode) {}

    /** So many days of one kind on the way. */
    record Passed(CountedDay.Kind kind, long days) {}
}
