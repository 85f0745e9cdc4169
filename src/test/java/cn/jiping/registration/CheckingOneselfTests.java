package cn.jiping.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.LawBook;
import cn.jiping.policy.ProgramBook;
import cn.jiping.shared.EvaluationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question after another, and only those that can still decide. */
class CheckingOneselfTests {
    private static final Map<String, String> WELDER =
            Map.of("occupation", "焊工", "place", "33", "on", "2024-06-01");

    @Test
    void beginsWithOccupationPlaceLevelAndDay() {
        assertThat(next(Map.of())).isEqualTo(CheckQuestion.OCCUPATION);
        assertThat(next(Map.of("occupation", "焊工"))).isEqualTo(CheckQuestion.PLACE);
        assertThat(next(Map.of("occupation", "焊工", "place", "33"))).isEqualTo(CheckQuestion.LEVEL);
        assertThat(next(Map.of("occupation", "焊工", "place", "33", "level", "3")))
                .isEqualTo(CheckQuestion.ON);
    }

    @Test
    void asksABeginnerOnlyForTheDayOfBirth() {
        assertThat(next(welder("5"))).isEqualTo(CheckQuestion.BORN_ON);
        var result = result(welder("5", "bornOn", "2008-06-01"));

        assertThat(result.allowed()).isTrue();
        assertThat(ids(result.met())).containsExactly("5-1");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-01, false", "2024-06-02, true", "2024-06-03, true"})
    void tellsWhoIsTooYoungTheirBirthday(String on, boolean allowed) {
        var facts = welder("5", "bornOn", "2008-06-02");
        facts.put("on", on);

        var result = result(facts);

        assertThat(result.allowed()).isEqualTo(allowed);
        assertThat(result.soonest()).isEqualTo(allowed ? null : LocalDate.of(2024, 6, 2));
    }

    @Test
    void asksForTheDayOfACertificateOnlyFromWhoWorkedOn() {
        var held = welder("4", "certificate", "5");
        assertThat(next(welder("4"))).isEqualTo(CheckQuestion.CERTIFICATE);
        assertThat(next(held)).isEqualTo(CheckQuestion.CERTIFICATE_KEPT);
        held.put("certificateKept", "true");
        assertThat(next(held)).isEqualTo(CheckQuestion.CERTIFICATE_ON);
        held.put("certificateKept", "false");
        assertThat(next(held)).isEqualTo(CheckQuestion.CERTIFICATE_YEARS);
    }

    @ParameterizedTest
    @CsvSource({"2021-06-01, true", "2021-05-31, true"})
    void stopsAtTheFirstConditionMet(String certificateOn, boolean allowed) {
        var result = result(worker(certificateOn));

        assertThat(result.allowed()).isEqualTo(allowed);
        assertThat(ids(result.met())).containsExactly("4-2");
        assertThat(result.kind()).isEqualTo(EvaluationKind.QUALIFICATION);
    }

    @Test
    void goesOnWhereADayIsMissing() {
        assertThat(next(worker("2021-06-02"))).isEqualTo(CheckQuestion.YEARS);
    }

    @Test
    void tellsTheEarliestDayOfAll() {
        var facts = worker("2021-06-02");
        facts.putAll(Map.of("years", "4", "yearsMonths", "7", "education", "NONE"));

        var result = result(facts);

        assertThat(result.allowed()).isFalse();
        assertThat(result.soonest()).isEqualTo(LocalDate.of(2024, 6, 2));
        assertThat(Objects.requireNonNull(result.first()).condition().id()).isEqualTo("4-2");
        assertThat(result.unmet())
                .extracting(EligibilityCheck.Judged::from)
                .containsExactly(LocalDate.of(2024, 11, 1), LocalDate.of(2024, 6, 2), null);
    }

    @Test
    void countsWholeMonthsOfWork() {
        var facts = welder("4", "certificate", "NONE", "education", "NONE");

        for (var months = 0; months < 12; months++) {
            facts.put("years", "4");
            facts.put("yearsMonths", String.valueOf(months));
            assertThat(result(facts).soonest())
                    .isEqualTo(LocalDate.of(2024, 6, 1).plusMonths(12 - months));
        }
    }

    @Test
    void doesNotAskAHolderOfNothingAboutTheCertificate() {
        var facts = welder("4", "certificate", "NONE", "certificateOn", "2001-01-01");

        assertThat(next(facts)).isEqualTo(CheckQuestion.YEARS);
        assertThat(steps(facts)).doesNotContain(CheckQuestion.CERTIFICATE_ON);
    }

    @Test
    void asksWhetherSchoolIsOverBeforeItCounts() {
        var facts = welder("4", "certificate", "NONE", "years", "0", "education", "COLLEGE");
        assertThat(next(facts)).isEqualTo(CheckQuestion.ENROLMENT);

        facts.put("enrolment", "FINAL_YEAR");
        assertThat(next(facts)).isEqualTo(CheckQuestion.MAJOR);
        facts.put("major", "true");
        assertThat(ids(result(facts).met())).containsExactly("4-3");
        facts.put("enrolment", "EARLIER");
        assertThat(result(facts).allowed()).isFalse();
    }

    @Test
    void doesNotAskAboutASchoolThatDoesNotCount() {
        var facts = welder("2", "certificate", "3", "certificateKept", "false");
        facts.putAll(Map.of("certificateYears", "1", "years", "3", "education", "UNIVERSITY"));

        assertThat(next(facts)).isEqualTo(CheckQuestion.TITLE);
    }

    @Test
    void goesThroughATitle() {
        var facts = welder("3", "certificate", "NONE", "years", "1", "education", "NONE");
        assertThat(next(facts)).isEqualTo(CheckQuestion.TITLE);
        facts.put("title", "JUNIOR");
        assertThat(next(facts)).isEqualTo(CheckQuestion.TITLE_MATCHES);
        facts.put("titleMatches", "true");
        assertThat(next(facts)).isEqualTo(CheckQuestion.TITLE_KEPT);
        facts.put("titleKept", "true");
        facts.put("titleOn", "2023-06-01");
        assertThat(ids(result(facts).met())).containsExactly("3-3");
        facts.put("titleOn", "2023-06-02");
        assertThat(result(facts).soonest()).isEqualTo(LocalDate.of(2024, 6, 2));
    }

    @Test
    void asksAnApprenticeUnderTheOlderEdition() {
        var facts = welder("5");
        facts.put("on", "2021-07-14");

        assertThat(next(facts)).isEqualTo(CheckQuestion.APPRENTICESHIP);
        facts.put("apprenticeship", "true");
        assertThat(ids(result(facts).met())).containsExactly("5-2");
        assertThat(result(facts).standard()).isEqualTo("NATIONAL-2018");
    }

    @Test
    void listsWhatToBringForTheConditionMet() {
        var result = result(worker("2021-06-01"));

        assertThat(result.materials())
                .flatExtracting(reason -> reason.arguments())
                .containsExactly(
                        Material.ID_CARD,
                        Material.PHOTO,
                        Material.APPLICATION_FORM,
                        Material.YEARS_PROOF,
                        Material.CERTIFICATE);
        assertThat(result.reasons()).allMatch(reason -> reason.source() != null);
    }

    @Test
    void judgesAnOccupationThatNoDocumentNamesByTheGeneralConditions() {
        var facts = welder("5", "bornOn", "1990-01-01");
        facts.put("occupation", "其他职业");

        assertThat(result(facts).allowed()).isTrue();
        assertThat(result(facts).kind()).isNull();
    }

    @Test
    void asksByTheConditionsOfTheOccupationItselfWhereItHasSome() {
        var special =
                """
                - from: 2024-01-01
                  practice: 试验用
                  specials:
                    - occupation: 焊工
                      standard: NATIONAL-2023
                      source: { practice: 试验用 }
                      conditions:
                        - { id: 4-1, level: 4, text: 累计从事本职业满2年, needs: { years: 2 } }
                """;
        var book =
                ProgramBook.inForce()
                        .amendedBy(Map.of("33/catalog/special-conditions.yaml", special));

        assertThat(check(book, welder("4")).next()).isEqualTo(CheckQuestion.YEARS);
        var result = check(book, welder("4", "years", "2")).result();
        assertThat(Objects.requireNonNull(result).conditions()).hasSize(1);
        assertThat(result.allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "occupation, 炼丹师, check.occupation",
        "place, 44, check.choice",
        "level, CHIEF, check.choice",
        "level, 9, check.choice",
        "on, 2021-02-30, check.day",
        "on, 明天, check.day",
        "on, 2017-12-31, check.no-standard",
        "on, 0001-01-01, check.no-standard",
        "certificate, 7, check.choice",
        "certificateKept, maybe, check.choice",
        "certificateOn, 2024-06-02, check.later",
        "certificateOn, 2024-13-01, check.day"
    })
    void saysWhatIsNoAnswerAndAsksAgain(String question, String typed, String code) {
        var facts = worker("2021-06-01");
        facts.put(question, typed);

        var check = check(ProgramBook.inForce(), facts);

        assertThat(Objects.requireNonNull(check.next()).key()).isEqualTo(question);
        assertThat(Objects.requireNonNull(check.fault()).code()).isEqualTo(code);
        assertThat(check.result()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "5, 12", "-1, 0", "x, 1", "1, x", "1.5, ''", "999, ''"})
    void takesOnlyYearsAndMonthsThatThereAre(String years, String months) {
        var facts = welder("4", "certificate", "NONE", "years", years, "yearsMonths", months);

        var check = check(ProgramBook.inForce(), facts);

        assertThat(Objects.requireNonNull(check.fault()).code()).isEqualTo("check.worked");
    }

    @Test
    void alwaysEndsAndAgreesWithTheTopic() {
        var chance = new SplittableRandom(20240601);
        for (var i = 0; i < 2000; i++) {
            var facts = new TreeMap<String, String>();
            var check = check(ProgramBook.inForce(), facts);
            for (var asked = 0; check.result() == null; asked++) {
                assertThat(asked).isLessThan(CheckQuestion.values().length);
                answer(Objects.requireNonNull(check.next()), facts, chance);
                check = check(ProgramBook.inForce(), facts);
                assertThat(check.fault()).isNull();
            }
            var result = Objects.requireNonNull(check.result());
            assertThat(result.allowed()).isEqualTo(!result.met().isEmpty());
            assertThat(result.reasons()).isNotEmpty();
            assertThat(result.allowed() && result.soonest() != null).isFalse();
        }
    }

    private static void answer(
            CheckQuestion question, Map<String, String> facts, SplittableRandom chance) {
        var reader = new AnswerReader(ProgramBook.inForce());
        var choices = reader.choices(question);
        switch (question.kind()) {
            case OCCUPATION -> facts.put("occupation", chance.nextBoolean() ? "焊工" : "电工");
            case CHOICE ->
                    facts.put(
                            question.key(),
                            AnswerReader.written(choices.get(chance.nextInt(choices.size()))));
            case DATE ->
                    facts.put(
                            question.key(),
                            question == CheckQuestion.ON
                                    ? LocalDate.of(2018, 1, 1)
                                            .plusDays(chance.nextInt(3000))
                                            .toString()
                                    : LocalDate.of(2000, 1, 1)
                                            .plusDays(chance.nextInt(6500))
                                            .toString());
            case DURATION -> {
                facts.put(question.key(), String.valueOf(chance.nextInt(12)));
                facts.put(question.monthsKey(), String.valueOf(chance.nextInt(12)));
            }
        }
    }

    private static Map<String, String> welder(String level, String... more) {
        var facts = new TreeMap<>(WELDER);
        facts.put("level", level);
        for (var i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    private static Map<String, String> worker(String certificateOn) {
        return welder(
                "4", "certificate", "5", "certificateKept", "true", "certificateOn", certificateOn);
    }

    private static EligibilityCheck check(LawBook book, Map<String, String> typed) {
        return EligibilityChecks.check(book, typed);
    }

    private static @Nullable CheckQuestion next(Map<String, String> typed) {
        return check(ProgramBook.inForce(), typed).next();
    }

    private static List<CheckQuestion> steps(Map<String, String> typed) {
        return check(ProgramBook.inForce(), typed).steps().stream()
                .map(EligibilityCheck.Step::question)
                .toList();
    }

    private static EligibilityCheck.Result result(Map<String, String> typed) {
        return Objects.requireNonNull(check(ProgramBook.inForce(), typed).result());
    }

    private static List<String> ids(List<EligibilityCheck.Judged> conditions) {
        return conditions.stream().map(judged -> judged.condition().id()).toList();
    }
}
