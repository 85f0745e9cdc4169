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
            "d171dca3ab478930591a464ee009c3a995af8bde69c0520f4dd5bb4c7e0ad160";
    private static final String SEED =
            "bfa5058fc9038c5912f8da50abd4eabb14641db64ff4d2b7cb2ccae7e52f84c7";
    private static final DrawRules THREE_OF_TWELVE = DrawRules.simply(3, 2);

    @Test
    void takesTheHashOfTheCanonicalAnnouncement() {
        var draw = announced(THREE_OF_TWELVE, assessors(12));

        assertThat(draw.hash()).isEqualTo(ANNOUNCEMENT);
        assertThat(draw.announced().number()).isEqualTo("CQ20240408-S8PHQN3Z");
    }

    /**
     * printf '%s' 'jiping-draw/1|commitment|d171…d160|A|0011…eeff|5782…9fc8' | sha256sum, each
     * written out
     */
    @Test
    void bindsASecretToDrawAndParty() {
        assertThat(Formulas.commitment(ANNOUNCEMENT, Party.A, SECRET_A))
                .isEqualTo("3f188ee4b45253d8e17482a81c3a226cdff3a806b155a2b953ffe9bd4ec95575");
        assertThat(Formulas.commitment(ANNOUNCEMENT, Party.B, SECRET_B))
                .isEqualTo("abb8fcf28d7dd7f032551870e848d73deb4d664b0bfe685ba2c1391fed1c7e48");
    }

    @Test
    void makesTheSeedFromBothSecretsAndThePublicValue() {
        assertThat(Formulas.seed(ANNOUNCEMENT, SECRET_A, SECRET_B, VALUE)).isEqualTo(SEED);
    }

    @Test
    void drawsInTheOrderOfKeys() {
        var result = new Drawing(THREE_OF_TWELVE, assessors(12)).by(SEED);

        assertThat(numbers(result.drawn())).containsExactly("KP1001", "KP1009", "KP1006");
        assertThat(numbers(result.alternates())).containsExactly("KP1008", "KP1007");
        assertThat(result.drawn().getFirst().key()).startsWith("102a6221");
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
        draw.replace("KP1009", Cause.ILL, "", DrawFixtures.CENTRE, DrawFixtures.REVEAL_BY);
        var record = RecordJson.of(draw).canonical();
        var skipped = record.replace("\"entering\":\"KP1008\"", "\"entering\":\"KP1007\"");

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
                    "c06b5ea193a1 > c06b5ea193a2 > secret",
                    "57829664d5b4 > 57829664d5b5 > secret",
                    "20240409-047-3816 > 20240409-047-3817 > seed",
                    "2024-04-08T01:02:00Z > 2024-04-08T08:00:00Z > commitment",
                    "2024-04-09T13:15:00Z\",\"reference > 2024-04-09T13:14:59Z\",\"reference > public-value",
                    "\"0547940a > \"0547940b > drawn",
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
                            "(\"drawn\":\\[.*)KP1008(.*\\]\\},\"reveals\")", "$1KP1009$2");

            var check = firstDiffering(tampered);

            assertThat(check.code()).isEqualTo("drawn");
            assertThat(check.arguments()).startsWith(2, "KP1008").contains("KP1009");
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
