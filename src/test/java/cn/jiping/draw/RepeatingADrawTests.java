package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.SECRET_A;
import static cn.jiping.draw.DrawFixtures.SECRET_B;
import static cn.jiping.draw.DrawFixtures.VALUE;
import static cn.jiping.draw.DrawFixtures.announced;
import static cn.jiping.draw.DrawFixtures.assessors;
import static cn.jiping.draw.DrawFixtures.committed;
import static cn.jiping.draw.DrawFixtures.drawn;
import static cn.jiping.draw.DrawFixtures.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.draw.DrawVerification.Check;
import cn.jiping.draw.Progress.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The literal values were made with sha256sum and a program of another hand. */
class RepeatingADrawTests {
    private static final String ANNOUNCEMENT =
            "532592f04aa0475afd85a1bd2e851c8acfe6dfef2cccdeddde81a23a037ef58d";
    private static final String SEED =
            "6ca950eec26aa24ed1d376701a3f0f77f6b1ca9e55f1e8536ff9a9cd94e67eb3";
    private static final DrawRules THREE_OF_TWELVE = DrawRules.simply(3, 2);

    @Test
    void takesTheHashOfTheCanonicalAnnouncement() {
        var draw = announced(THREE_OF_TWELVE, assessors(12));

        assertThat(draw.hash()).isEqualTo(ANNOUNCEMENT);
        assertThat(draw.announced().number()).isEqualTo("CQ20240408-S8PHQN3Z");
    }

    /**
     * printf '%s' 'jiping-draw/1|commitment|5325…f58d|A|0011…eeff|5782…9fc8' | sha256sum, each
     * written out
     */
    @Test
    void bindsASecretToDrawAndParty() {
        assertThat(Formulas.commitment(ANNOUNCEMENT, Party.A, SECRET_A))
                .isEqualTo("d606a4441709abaee0508ea215ea433ff05b4683033ea00db46c729461bca17a");
        assertThat(Formulas.commitment(ANNOUNCEMENT, Party.B, SECRET_B))
                .isEqualTo("0680cdc099b840e0a838d96f6c73e7513cffa73d2eff3cb4661bc88d3e9acb2f");
    }

    @Test
    void makesTheSeedFromBothSecretsAndThePublicValue() {
        assertThat(Formulas.seed(ANNOUNCEMENT, SECRET_A, SECRET_B, VALUE)).isEqualTo(SEED);
    }

    @Test
    void drawsInTheOrderOfKeys() {
        var result = new Drawing(THREE_OF_TWELVE, assessors(12)).by(SEED);

        assertThat(numbers(result.drawn())).containsExactly("KP1010", "KP1008", "KP1003");
        assertThat(numbers(result.alternates())).containsExactly("KP1009", "KP1005");
        assertThat(result.drawn().getFirst().key()).startsWith("0ca68199");
    }

    @Test
    void agreesWithARecordPublishedEarlier() {
        var verification = DrawVerification.of(published());

        assertThat(verification.agrees()).isTrue();
        assertThat(verification.complete()).isTrue();
        assertThat(Json.read(published()).canonical()).isEqualTo(published());
    }

    @Test
    void verifiesReplacementsInDrawnOrder() {
        var draw = drawn(THREE_OF_TWELVE, assessors(12));
        draw.replace("KP1008", Cause.ILL, "", DrawFixtures.CENTRE, DrawFixtures.REVEAL_BY);
        var record = RecordJson.of(draw).canonical();
        var skipped = record.replace("\"entering\":\"KP1009\"", "\"entering\":\"KP1005\"");

        assertThat(DrawVerification.of(record).agrees()).isTrue();
        assertThat(skipped).isNotEqualTo(record);
        assertThat(differing(skipped)).isEqualTo("replacements");
    }

    @Test
    void saysThatAnUnfinishedRecordIsIncomplete() {
        var record = RecordJson.of(committed(THREE_OF_TWELVE, assessors(12))).canonical();

        var verification = DrawVerification.of(record);

        assertThat(verification.agrees()).isTrue();
        assertThat(verification.complete()).isFalse();
    }

    @Test
    void holdsTheHashSomebodyNotedAgainstTheRecord() {
        assertThat(DrawVerification.of(published(), ANNOUNCEMENT).agrees()).isFalse();
        assertThat(
                        DrawVerification.of(
                                        RecordJson.of(drawn(THREE_OF_TWELVE, assessors(12)))
                                                .canonical(),
                                        ANNOUNCEMENT)
                                .agrees())
                .isTrue();
    }

    @Nested
    class WhenTheRecordWasTamperedWith {
        @ParameterizedTest
        @CsvSource(
                delimiter = '>',
                value = {
                    "考评员随机抽取 > 考评员内部抽取 > announcement",
                    "\"alternates\":3 > \"alternates\":2 > announcement",
                    "现工作单位就是本次评价机构 > 本人申请回避 > announcement",
                    "\"drawn\":5 > \"drawn\":99 > announcement",
                    "8c021f2612ac > 8c021f2612ad > secret",
                    "57829664d5b4 > 57829664d5b5 > secret",
                    "20240409-047-3816 > 20240409-047-3817 > seed",
                    "2024-04-08T01:02:00Z > 2024-04-08T08:00:00Z > commitment",
                    "2024-04-09T13:15:00Z\",\"reference > 2024-04-09T13:14:59Z\",\"reference > public-value",
                    "\"0612955e > \"0612955f > drawn",
                    "jiping-draw/1 > jiping-draw/2 > format",
                    "\"drawn\":5 > \"drawn\":5.0 > readable"
                })
        void namesWhatDiffers(String was, String is, String differs) {
            var tampered = published().replace(was, is);

            assertThat(tampered).isNotEqualTo(published());
            assertThat(differing(tampered)).isEqualTo(differs);
        }

        @Test
        void namesTheRankWhereTheResultDiffers() {
            var record = published();
            var tampered =
                    record.replaceAll(
                            "(\"drawn\":\\[.*)KP1012(.*\\]\\},\"reveals\")", "$1KP1013$2");

            var check = firstDiffering(tampered);

            assertThat(check.code()).isEqualTo("drawn");
            assertThat(check.arguments()).startsWith(2, "KP1012").contains("KP1013");
        }
    }

    private static String differing(String record) {
        return firstDiffering(record).code();
    }

    private static Check firstDiffering(String record) {
        return DrawVerification.of(record).checks().stream()
                .filter(check -> check.outcome() == Check.Outcome.DIFFERS)
                .findFirst()
                .orElseThrow();
    }

    static String published() {
        try (var in = RepeatingADrawTests.class.getResourceAsStream("/draw/record.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
