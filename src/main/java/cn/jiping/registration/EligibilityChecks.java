package cn.jiping.registration;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.OccupationFilter;
import cn.jiping.catalog.Occupations;
import cn.jiping.catalog.Province;
import cn.jiping.catalog.Standards;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Policies;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 我能报考吗: one question after another until the rule can answer. Nothing is kept. */
@Service
public class EligibilityChecks {
    private static final int MOST_SUGGESTIONS = 8;
    private static final List<CheckQuestion> FIRST =
            List.of(
                    CheckQuestion.OCCUPATION,
                    CheckQuestion.PLACE,
                    CheckQuestion.LEVEL,
                    CheckQuestion.ON);

    private final Policies policies;

    EligibilityChecks(Policies policies) {
        this.policies = policies;
    }

    /**
     * Goes through the answers as typed, in the order of the questions; answers that no question
     * asks for are passed over.
     */
    public EligibilityCheck check(Map<String, String> typed) {
        return check(policies.book(), typed);
    }

    static EligibilityCheck check(LawBook book, Map<String, String> typed) {
        return new Checking(book, typed).check();
    }

    /** What may be chosen as an answer. */
    public List<Object> choices(CheckQuestion question) {
        return new AnswerReader(policies.book()).choices(question);
    }

    /** How a choice is written in an address. */
    public String written(Object choice) {
        return AnswerReader.written(choice);
    }

    /** How an occupation that no document names is written in an address. */
    public String otherOccupation() {
        return AnswerReader.OTHER_OCCUPATION;
    }

    /** Names of occupations, as the catalogue has them. */
    public List<String> occupations() {
        return names(policies.book(), "", LocalDate.EPOCH).distinct().toList();
    }

    /**
     * Occupations that somebody may have meant by a part of a name or its spelling; those of which
     * it is the larger part come first.
     */
    public List<String> suggestions(String typed, LocalDate on) {
        return typed.isBlank()
                ? List.of()
                : names(policies.book(), typed, on)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length))
                        .limit(MOST_SUGGESTIONS)
                        .toList();
    }

    private static Stream<String> names(LawBook book, String text, LocalDate on) {
        var place = Province.in(book).getFirst().jurisdiction();
        var all = OccupationFilter.everything(place, on);
        var filter =
                new OccupationFilter(text, place, on, null, null, all.column(), all.descending());
        return new Occupations(book).list(filter).stream().map(view -> view.occupation().name());
    }

    /** One check. */
    private static final class Checking {
        private final LawBook book;
        private final Map<String, String> typed;
        private final AnswerReader reader;
        private final GivenAnswers given = new GivenAnswers();
        private final List<EligibilityCheck.Step> steps = new ArrayList<>();

        Checking(LawBook book, Map<String, String> typed) {
            this.book = book;
            this.typed = typed;
            this.reader = new AnswerReader(book);
        }

        EligibilityCheck check() {
            for (var question : FIRST) {
                var stopped = take(question);
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
            var interview =
                    Interview.of(book.in(given.province().jurisdiction(), given.on()), given);
            for (var next = interview.next(given); next.isPresent(); next = interview.next(given)) {
                var stopped = take(next.get());
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
            return new EligibilityCheck(steps, null, null, result(interview));
        }

        /** Takes the answer to a question; where there is none or a wrong one, it stops there. */
        private Optional<EligibilityCheck> take(CheckQuestion question) {
            var said = said(question);
            if (said.isEmpty()) {
                return Optional.of(new EligibilityCheck(steps, question, null, null));
            }
            try {
                var value = reader.read(question, said, given);
                given.put(question, value);
                steps.add(new EligibilityCheck.Step(question, said, value));
                return Optional.empty();
            } catch (InvalidInput wrong) {
                return Optional.of(
                        new EligibilityCheck(steps, question, wrong.faults().getFirst(), null));
            }
        }

        private Map<String, String> said(CheckQuestion question) {
            var said = new TreeMap<String, String>();
            question.keys()
                    .forEach(key -> {
                        var value = typed.getOrDefault(key, "").strip();
                        if (!value.isEmpty()) {
                            said.put(key, value);
                        }
                    });
            return said;
        }

        private EligibilityCheck.Result result(Interview interview) {
            var law = interview.law();
            var asked = AskedStandard.of(new Standards(law), null);
            var eligibility = interview.judge(given);
            var reasons = new ArrayList<>(eligibility.ruling().reasons());
            reasons.addAll(asked.reasons());
            return new EligibilityCheck.Result(
                    !eligibility.met().isEmpty(),
                    law.on(),
                    asked.code().value(),
                    new Standards(law).title(asked.code()),
                    judged(interview.conditions(), eligibility),
                    eligibility.met().isEmpty() ? eligibility.soonest().orElse(null) : null,
                    kind(),
                    reasons,
                    eligibility.met().stream().findFirst().map(this::materials).orElse(List.of()),
                    book.hash());
        }

        private static List<EligibilityCheck.Judged> judged(
                List<Standards.Cited> conditions, EligibilityRule.Eligibility eligibility) {
            return conditions.stream()
                    .map(cited -> {
                        var id = cited.condition().id();
                        return new EligibilityCheck.Judged(
                                cited.condition(),
                                cited.source(),
                                eligibility.missing().getOrDefault(id, List.of()),
                                eligibility.metFrom().get(id));
                    })
                    .toList();
        }

        private @Nullable EvaluationKind kind() {
            var occupation = given.occupation();
            if (occupation == null) {
                return null;
            }
            try {
                return Catalogue.in(book)
                        .openKind(given.province().jurisdiction(), occupation, given.on())
                        .value();
            } catch (NoRule _) {
                return null;
            }
        }

        private List<Reason> materials(String condition) {
            var facts =
                    new MaterialsTopic.Facts(
                            given.province().jurisdiction(),
                            null,
                            given.occupation(),
                            given.on(),
                            given.level(),
                            condition);
            return new MaterialsTopic()
                    .decide(facts, book).reasons().stream()
                            .filter(reason -> reason.code() != RegistrationReason.STANDARD)
                            .toList();
        }
    }
}
