package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.KindTerms;
import cn.jiping.catalog.Standing;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 职业退出后，在读学生和学徒能拿什么证书. */
@Component
class CohortCompletionTopic implements DecisionTopic<CohortCompletionTopic.Facts> {

    /** 在读的事实. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            String occupation,
            CohortTerms.Enrolment enrolment,
            LocalDate enrolledOn,
            LocalDate graduatesOn,
            LocalDate on) {}

    @Override
    public String name() {
        return "cohort-completion";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(
                        Catalogue.STANDING_PAGES.stream(),
                        Stream.of(CohortTerms.class, KindTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "occupation", "车工",
                "enrolment", "DUAL_CERTIFICATE",
                "enrolledOn", "2019-09-01",
                "graduatesOn", "2022-06-30",
                "on", "2021-06-01");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        if (facts.graduatesOn().isBefore(facts.enrolledOn())) {
            throw InvalidInput.of("graduatesOn", "plan.graduates-before-enrolment");
        }
        var standing =
                Catalogue.in(book)
                        .standing(facts.jurisdiction(), facts.occupation(), facts.on())
                        .value();
        return switch (standing.status()) {
            case EXITED -> finishing(CohortTerms.Left.EXITED, standing, facts, book);
            case CANCELLED -> finishing(CohortTerms.Left.CANCELLED, standing, facts, book);
            case LEVEL_EVALUATION, ACCESS, NEVER -> asEverybody(facts, book);
        };
    }

    private static Answer finishing(
            CohortTerms.Left left, Standing standing, Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(CohortTerms.class);
        var row = law.terms().of(left, facts.enrolment());
        if (row.certificates().isEmpty()) {
            throw NoRule.of(facts.jurisdiction(), facts.on());
        }
        var cohort =
                new CohortRule.Cohort(facts.enrolledOn(), facts.graduatesOn(), standing.exitedOn());
        var ruling = new CohortRule(law).judge(row, cohort, facts.on());
        var answer = Answer.of(ruling, facts.on());
        return ruling instanceof Ruling.Met
                ? answer.with("certificates", row.certificates())
                        .with("until", row.untilGraduation() ? facts.graduatesOn() : null)
                : answer;
    }

    /**
     * The occupation has not left: whatever evaluation is open to everybody, and what becomes of
     * the cohort where it leaves before they graduate.
     */
    private static Answer asEverybody(Facts facts, LawBook book) {
        var open =
                Catalogue.in(book).openKind(facts.jurisdiction(), facts.occupation(), facts.on());
        var reasons = new ArrayList<>(open.reasons());
        afterExit(facts, book).ifPresent(reasons::add);
        return Answer.of(new Ruling.Met(reasons), facts.on())
                .with("certificates", List.of(open.value()));
    }

    private static Optional<Reason> afterExit(Facts facts, LawBook book) {
        var leaving =
                Catalogue.in(book)
                        .leaving(facts.occupation())
                        .filter(left -> facts.enrolledOn().isBefore(left.exitedOn()))
                        .filter(left -> !facts.graduatesOn().isBefore(left.exitedOn()));
        return leaving.flatMap(left ->
                book.in(facts.jurisdiction(), facts.on())
                        .find(CohortTerms.class)
                        .map(law -> law.terms().of(CohortTerms.Left.EXITED, facts.enrolment()))
                        .filter(row -> !row.certificates().isEmpty())
                        .map(row ->
                                Reason.of(
                                        PlanningReason.COHORT_AFTER_EXIT,
                                        row.source(),
                                        left.exitedOn(),
                                        row.certificates())));
    }
}
