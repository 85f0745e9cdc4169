package cn.jiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskingAboutCertificatesAnythingTests {
    private final ReplacementTopic replacement = new ReplacementTopic();

    @Test
    void whoLostACertificateGetsWhatWhoHasAWrongOneGets() {
        for (var facts : WholeSpace.of(ReplacementTopic.Facts.class)) {
            for (var cause : ReplacementTopic.Cause.values()) {
                assertThat(given(WholeSpace.with(facts, "reason", cause))).isEqualTo(given(facts));
            }
        }
    }

    @Test
    void aProofIsNeverGivenForAnythingButAQualificationOfBeforeTheExit() {
        for (var facts : WholeSpace.of(ReplacementTopic.Facts.class)) {
            if (given(facts).filter(ReplacementTerms.Replacement.PROOF::equals).isPresent()) {
                var later = WholeSpace.with(facts, "on", facts.on().plusYears(1));

                assertThat(facts.certificateKind())
                        .isEqualTo(ReplacementTerms.CertificateKind.QUALIFICATION);
                assertThat(given(later)).as("%s", facts).isEqualTo(given(facts));
            }
        }
    }

    private Optional<Object> given(ReplacementTopic.Facts facts) {
        return WholeSpace.ask(replacement, facts)
                .map(answer -> Objects.requireNonNull(answer.outcome().get("gives")));
    }

    @Test
    void aLaterExamNeverGainsACertificateThatAnEarlierOneLost() {
        var lost = false;
        for (var day = LocalDate.of(2020, 8, 1); day.getYear() < 2021; day = day.plusDays(1)) {
            var facts = Map.of("occupation", "车工", "examOn", day.toString(), "on", "2021-01-31");
            var allowed = ProgramBook.ask(new CertificateAfterExitTopic(), facts).allowed();
            assertThat(lost && Boolean.TRUE.equals(allowed)).as(day.toString()).isFalse();
            lost = !Boolean.TRUE.equals(allowed);
        }

        assertThat(lost).isTrue();
    }
}
