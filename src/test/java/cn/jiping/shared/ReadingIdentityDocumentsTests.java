package cn.jiping.shared;

import static cn.jiping.shared.IdentityDocument.Kind.HONG_KONG_MACAO_PERMIT;
import static cn.jiping.shared.IdentityDocument.Kind.MILITARY_ID;
import static cn.jiping.shared.IdentityDocument.Kind.PASSPORT;
import static cn.jiping.shared.IdentityDocument.Kind.RESIDENT_ID;
import static cn.jiping.shared.IdentityDocument.Kind.TAIWAN_PERMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jiping.testing.Chance;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingIdentityDocumentsTests {
    private static final int TRIES = 2000;
    private static final String NEAR_NUMBERS = "0123456789XxHM军字第号 ０１Ｘ-\u0000\u0300٣";

    /** The example printed in GB 11643-1999. */
    private static final String OF_THE_STANDARD = "11010519491231002X";

    @Test
    void takesTheExampleOfTheStandard() {
        assertThat(new IdentityDocument(RESIDENT_ID, OF_THE_STANDARD))
                .satisfies(document ->
                        assertThat(document.bornOn()).hasValue(LocalDate.of(1949, 12, 31)))
                .satisfies(document -> assertThat(document.sex()).hasValue(Sex.FEMALE));
    }

    @Test
    void refusesEveryOtherCheckDigit() {
        var body = OF_THE_STANDARD.substring(0, 17);

        for (var digit : "0123456789".toCharArray()) {
            refused(RESIDENT_ID, body + digit);
        }
    }

    @Test
    void refusesAnyTwoNeighboursSwapped() {
        for (var i = 0; i < 16; i++) {
            var swapped = new StringBuilder(OF_THE_STANDARD);
            swapped.setCharAt(i, OF_THE_STANDARD.charAt(i + 1));
            swapped.setCharAt(i + 1, OF_THE_STANDARD.charAt(i));
            if (!swapped.toString().equals(OF_THE_STANDARD)) {
                refused(RESIDENT_ID, swapped.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002x",
                " 110105 19491231 002X ",
                "110105-19491231-002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105　19491231002X"
            })
    void takesItHoweverItWasTyped(String typed) {
        assertThat(new IdentityDocument(RESIDENT_ID, typed).number()).isEqualTo(OF_THE_STANDARD);
    }

    @Test
    void knowsLeapDays() {
        assertThat(residentBorn("20000229").bornOn()).hasValue(LocalDate.of(2000, 2, 29));
        assertThat(residentBorn("20240229").bornOn()).hasValue(LocalDate.of(2024, 2, 29));
        assertThatIllegalArgumentException().isThrownBy(() -> residentBorn("19000229"));
        assertThatIllegalArgumentException().isThrownBy(() -> residentBorn("20230229"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18991231", "20231301", "20230431", "20230100", "20230032"})
    void refusesImpossibleBirthDates(String day) {
        assertThatIllegalArgumentException().isThrownBy(() -> residentBorn(day));
    }

    private static IdentityDocument residentBorn(String day) {
        return new IdentityDocument(RESIDENT_ID, withCheck("330106" + day + "001"));
    }

    @ParameterizedTest
    @CsvSource({"001, MALE", "002, FEMALE", "019, MALE", "998, FEMALE"})
    void readsTheSexFromTheSeventeenthDigit(String serial, Sex sex) {
        assertThat(new IdentityDocument(RESIDENT_ID, withCheck("33010619900101" + serial)).sex())
                .hasValue(sex);
    }

    @Test
    void aResidencePermitIsNoResidentIdButTellsTheSameThings() {
        var hongKong = withCheck("81000019900101001");
        var macao = withCheck("82000019900101002");
        var taiwan = withCheck("83000019900101001");

        assertThat(new IdentityDocument(HONG_KONG_MACAO_PERMIT, hongKong).bornOn())
                .hasValue(LocalDate.of(1990, 1, 1));
        assertThat(new IdentityDocument(HONG_KONG_MACAO_PERMIT, macao).sex()).hasValue(Sex.FEMALE);
        assertThat(new IdentityDocument(TAIWAN_PERMIT, taiwan).sex()).hasValue(Sex.MALE);
        refused(RESIDENT_ID, hongKong);
        refused(TAIWAN_PERMIT, hongKong);
        refused(HONG_KONG_MACAO_PERMIT, taiwan);
        refused(HONG_KONG_MACAO_PERMIT, hongKong.substring(0, 17) + other(hongKong.charAt(17)));
    }

    private static char other(char digit) {
        return digit == '0' ? '1' : '0';
    }

    @ParameterizedTest
    @ValueSource(strings = {"H01234567", "M01234567", "h0123456700", "H 0123 4567"})
    void takesPermitsOfHongKongAndMacao(String number) {
        assertThat(new IdentityDocument(HONG_KONG_MACAO_PERMIT, number).bornOn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01234567", "0123456789", "0123456789A"})
    void takesPermitsOfTaiwan(String number) {
        assertThat(new IdentityDocument(TAIWAN_PERMIT, number).sex()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E12345678", "EA1234567", "G12345678", "L898902C3", "X0123456"})
    void takesPassportsOfAllCountries(String number) {
        assertThat(new IdentityDocument(PASSPORT, number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"军字第2001988号", "士字第20019885号", "南字第2001988号", "20019885"})
    void takesMilitaryDocuments(String number) {
        assertThat(new IdentityDocument(MILITARY_ID, number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "HONG_KONG_MACAO_PERMIT, A01234567",
        "HONG_KONG_MACAO_PERMIT, H0123456",
        "TAIWAN_PERMIT, 0123456",
        "TAIWAN_PERMIT, T01234567",
        "PASSPORT, E123",
        "PASSPORT, E12345678901234567",
        "PASSPORT, E1234_678",
        "MILITARY_ID, 12345",
        "MILITARY_ID, <script>",
        "RESIDENT_ID, 110105491231002",
        "RESIDENT_ID, 01010519491231002X"
    })
    void refusesOtherForms(IdentityDocument.Kind kind, String number) {
        refused(kind, number);
    }

    private static void refused(IdentityDocument.Kind kind, String number) {
        assertThatIllegalArgumentException()
                .as(number)
                .isThrownBy(() -> new IdentityDocument(kind, number));
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002X, 110*************2X",
        "PASSPORT, E12345678, E12****78",
        "PASSPORT, E12345, E*****",
        "TAIWAN_PERMIT, 01234567, 012***67"
    })
    void showsOnlyTheEnds(IdentityDocument.Kind kind, String number, String masked) {
        assertThat(new IdentityDocument(kind, number).masked()).isEqualTo(masked);
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(new IdentityDocument(RESIDENT_ID, OF_THE_STANDARD).toString())
                .doesNotContain("19491231");
    }

    @Test
    void everyDayOfACenturyMakesAResidentIdThatTellsItBack() {
        Chance.tries(
                TRIES,
                chance -> {
                    var bornOn = LocalDate.of(1900, 1, 1).plusDays(chance.whole(0, 45_000));
                    var serial = chance.whole(0, 999);
                    var body =
                            "220102"
                                    + bornOn.toString().replace("-", "")
                                    + "%03d".formatted(serial);

                    var document = new IdentityDocument(RESIDENT_ID, withCheck(body));

                    assertThat(document.bornOn()).hasValue(bornOn);
                    assertThat(document.sex()).hasValue(serial % 2 == 1 ? Sex.MALE : Sex.FEMALE);
                });
    }

    @Test
    void whateverIsTypedIsTakenOrRefused() {
        Chance.tries(
                TRIES,
                chance ->
                        takenOrRefused(
                                chance.oneOf(IdentityDocument.Kind.values()), chance.text(60)));
    }

    @Test
    void whateverLooksLikeANumberIsTakenOrRefused() {
        Chance.tries(
                TRIES,
                chance ->
                        takenOrRefused(
                                chance.oneOf(IdentityDocument.Kind.values()),
                                chance.textOf(NEAR_NUMBERS, 40)));
    }

    private static void takenOrRefused(IdentityDocument.Kind kind, String typed) {
        try {
            assertThat(new IdentityDocument(kind, typed).masked()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(kind.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongTextIsRefusedAtOnce(IdentityDocument.Kind kind) {
        var long1 = "1".repeat(200_000);
        var longHan = "军".repeat(200_000) + "字第";

        Assertions.assertThatCode(() ->
                        org.junit.jupiter.api.Assertions.assertTimeout(
                                Duration.ofSeconds(2),
                                () -> {
                                    refused(kind, long1);
                                    refused(kind, longHan);
                                }))
                .doesNotThrowAnyException();
    }

    private static String withCheck(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
