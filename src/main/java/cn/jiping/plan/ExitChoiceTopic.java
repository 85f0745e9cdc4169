package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Leaving;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 职业退出时，考生能不能选择继续或退费. */
@Component
class ExitChoiceTopic implements DecisionTopic<ExitChoiceTopic.Facts> {

    /** 选择的事实: the plan's announcement, the application's acceptance, or both. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            String occupation,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate acceptedOn) {}

    @Override
    public String name() {
        return "exit-choice";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(Catalogue.STANDING_PAGES.stream(), Stream.of(AfterExitTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "occupation", "车工", "announcedOn", "2020-09-29");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var begun =
                Stream.of(facts.announcedOn(), facts.acceptedOn())
                        .flatMap(Stream::ofNullable)
                        .min(LocalDate::compareTo)
                        .orElseThrow(() -> InvalidInput.of("announcedOn", "plan.needed"));
        return Catalogue.in(book)
                .leaving(facts.occupation())
                .map(leaving -> leaving(leaving, begun, facts, book))
                .orElseGet(() -> staying(begun, facts, book));
    }

    private static Answer leaving(Leaving leaving, LocalDate begun, Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), leaving.exitedOn()).require(AfterExitTerms.class);
        var running = law.terms().running();
        if (!begun.isBefore(leaving.exitedOn())) {
            var late =
                    Reason.of(
                            PlanningReason.NOTHING_TO_CHOOSE, running.source(), leaving.exitedOn());
            return Answer.of(Ruling.notMet(late), leaving.exitedOn());
        }
        var may = Reason.of(PlanningReason.MAY_CHOOSE, running.source(), leaving.exitedOn());
        return Answer.of(Ruling.met(may), leaving.exitedOn()).with("choices", running.choices());
    }

    /** An occupation that does not leave gives nothing to choose; why, says its standing. */
    private static Answer staying(LocalDate begun, Facts facts, LawBook book) {
        var standing = Catalogue.in(book).standing(facts.jurisdiction(), facts.occupation(), begun);
        return Answer.of(new Ruling.NotMet(standing.reasons()), begun);
    }
}
