package cn.jiping.person;

import static cn.jiping.person.PersonFixtures.passport;
import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Sex;
import cn.jiping.testing.Chance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SayingWhoSomebodyIsTests {
    private static final LocalDate BORN = LocalDate.of(2000, 2, 29);
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    @Test
    void birthDateAndSexComeFromTheResidentId() {
        var birth = Birth.of(List.of(residentId("330106", BORN, 22)), null, null, TODAY);

        assertThat(birth).isEqualTo(new Birth(BORN, Sex.FEMALE));
    }

    @Test
    void aPassportNeedsThemSaid() {
        assertThat(Birth.of(List.of(passport("E12345678")), BORN, Sex.MALE, TODAY))
                .isEqualTo(new Birth(BORN, Sex.MALE));
        faults(
                List.of("person.born-on-missing", "person.sex-missing"),
                () -> Birth.of(List.of(passport("E12345678")), null, null, TODAY));
    }

    @Test
    void whatIsSaidMustNotContradictTheDocument() {
        var woman = residentId("330106", BORN, 22);

        faults(
                List.of("person.born-on-differs", "person.sex-differs"),
                () -> Birth.of(List.of(woman), BORN.plusDays(1), Sex.MALE, TODAY));
    }

    @Test
    void documentsMustNotContradictEachOther() {
        var documents =
                List.of(residentId("330106", BORN, 22), residentId("330106", BORN.plusDays(1), 22));

        faults(
                List.of("person.born-on-of-documents-differ"),
                () -> Birth.of(documents, null, null, TODAY));
    }

    @Test
    void nobodyIsBornTomorrow() {
        var tomorrow = TODAY.plusDays(1);
        Birth.of(List.of(residentId("330106", TODAY, 22)), null, null, TODAY);

        faults(
                List.of("person.born-on-impossible"),
                () -> Birth.of(List.of(residentId("330106", tomorrow, 22)), null, null, TODAY));
    }

    private static void faults(List<String> codes, Runnable attempt) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(attempt::run)
                .satisfies(input ->
                        assertThat(input.faults())
                                .extracting(InvalidInput.Fault::code)
                                .containsExactlyElementsOf(codes));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, ' 138 0013-8000 ', 13800138000, 138****8000",
        "PHONE, +86 13800138000, 13800138000, 138****8000",
        "PHONE, １３８００１３８０００, 13800138000, 138****8000",
        "PHONE, +85291234567, +85291234567, +85*****4567",
        "EMAIL, Zhou.Qiming@Example.com, zhou.qiming@example.com, z***@example.com"
    })
    void contactsAreBroughtIntoOneForm(ContactKind kind, String typed, String kept, String masked) {
        assertThat(ContactForms.checked(kind, typed)).isEqualTo(kept);
        assertThat(ContactForms.masked(kind, kept)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12800138000",
                "1380013800",
                "138001380000",
                "abc",
                "+12",
                "",
                "0571-88888888"
            })
    void otherNumbersAreNoMobilePhones(String typed) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ContactForms.checked(ContactKind.PHONE, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"周启明", "阿卜杜拉·买买提", "O'Neil-Smith Jr.", "𠮷野家", "José"})
    void namesOfAllKindsAreNames(String name) {
        assertThat(PersonNames.checked("  " + name + " ")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "···", "周<b>", "周\u0000明", "周\n明", "12345", "a;drop"})
    void otherThingsAreNot(String name) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> PersonNames.checked(name));
    }

    @Test
    void whateverIsTypedIsTakenOrRefused() {
        Chance.tries(2000, chance -> takenOrRefused(chance.text(80)));
    }

    private static void takenOrRefused(String typed) {
        for (Runnable attempt :
                List.<Runnable>of(
                        () -> PersonNames.checked(typed),
                        () -> ContactForms.checked(ContactKind.PHONE, typed),
                        () -> ContactForms.checked(ContactKind.EMAIL, typed))) {
            try {
                attempt.run();
            } catch (InvalidInput refused) {
                assertThat(refused.faults()).hasSize(1);
            }
        }
    }
}
