package cn.jiping.score;

import cn.jiping.payment.FeeItem;
import cn.jiping.policy.Policies;
import cn.jiping.registration.EarlierResults;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What published results say to somebody who registers again. */
@Component
class EarlierMarks implements EarlierResults {
    private final KeptSubjects kept;
    private final Policies policies;

    EarlierMarks(KeptSubjects kept, Policies policies) {
        this.kept = kept;
        this.policies = policies;
    }

    @Override
    public Optional<Earlier> find(Wanted wanted) {
        var skill = new KeptSubjects.Skill(wanted.person(), wanted.occupation(), wanted.level());
        return kept.standing(skill, wanted.examOn())
                .map(standing ->
                        new Earlier(
                                standing.publishedOn(),
                                items(standing.kept().stream()),
                                items(
                                        asked(wanted)
                                                .filter(Predicate.not(standing.kept()::contains))),
                                standing.resitsUsed()));
    }

    private Stream<ScoredSubject> asked(Wanted wanted) {
        return policies
                .book()
                .in(wanted.jurisdiction(), wanted.examOn())
                .require(PassTerms.class)
                .terms()
                .of(wanted.level())
                .subjects()
                .stream();
    }

    private static Set<FeeItem> items(Stream<ScoredSubject> subjects) {
        return subjects.map(subject -> FeeItem.valueOf(subject.name())).collect(Collectors.toSet());
    }
}
