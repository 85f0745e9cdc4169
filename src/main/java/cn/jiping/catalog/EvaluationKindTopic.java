package cn.jiping.catalog;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 职业该做哪一类评价. */
@Component
class EvaluationKindTopic implements DecisionTopic<EvaluationKindTopic.Facts> {

    /** 评价类别的事实: either a listed occupation or one outside the national classification. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            @Nullable String occupation,
            @Default("false") boolean unlisted,
            LocalDate on,
            EvaluationKind kind) {}

    @Override
    public String name() {
        return "evaluation-kind";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(Catalogue.STANDING_PAGES.stream(), Stream.of(KindTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "occupation", "车工",
                "on", "2022-04-17",
                "kind", "SKILL_LEVEL");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var open = open(facts, book);
        return Answer.of(KindRule.judge(facts.kind(), open), facts.on())
                .with("kinds", List.of(open.value()));
    }

    private static Finding<EvaluationKind> open(Facts facts, LawBook book) {
        var occupation = facts.occupation();
        if (occupation != null && facts.unlisted()) {
            throw InvalidInput.of("unlisted", "catalog.listed-and-unlisted");
        }
        if (occupation != null) {
            return Catalogue.in(book).openKind(facts.jurisdiction(), occupation, facts.on());
        }
        if (!facts.unlisted()) {
            throw InvalidInput.of("occupation", "catalog.occupation-missing");
        }
        return new KindRule(book.in(facts.jurisdiction(), facts.on())).openToUnlisted();
    }
}
