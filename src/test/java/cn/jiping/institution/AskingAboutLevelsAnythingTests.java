package cn.jiping.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.SkillLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskingAboutLevelsAnythingTests {
    @Test
    void theLowestStandsFirst() {
        for (var facts : WholeSpace.of(LevelsTopic.Facts.class)) {
            levels(facts)
                    .ifPresent(levels -> assertThat(levels).isSorted().doesNotHaveDuplicates());
        }
    }

    @Test
    void anEmployerHasEveryLevelThatAnyOtherBodyHas() {
        for (var facts : WholeSpace.of(LevelsTopic.Facts.class)) {
            var employer = WholeSpace.with(facts, "bodyType", BodyType.EMPLOYER);

            levels(facts)
                    .ifPresent(levels ->
                            assertThat(levels(employer).orElseThrow()).containsAll(levels));
        }
    }

    private static Optional<List<SkillLevel>> levels(LevelsTopic.Facts facts) {
        return WholeSpace.ask(new LevelsTopic(), facts)
                .map(answer ->
                        ((List<?>) answer.outcome().getOrDefault("levels", List.of()))
                                .stream().map(SkillLevel.class::cast).toList());
    }
}
