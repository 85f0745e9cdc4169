package cn.jiping.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.catalog.Education;
import cn.jiping.policy.Answer;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.ProgramBook;
import cn.jiping.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the expectations leave open: schools of technicians, what lacks, and from when. */
class JudgingEligibilityTests {
    private final EligibilityTopic topic = new EligibilityTopic();

    @Test
    void aGraduateOfATechnicianCollegeWithTwoYearsOfWork() {
        var answer =
                under2023("2", "certificate", "3", "education", "TECHNICIAN_COLLEGE", YEARS, "2");

        assertThat(met(answer)).containsExactly("2-4");
    }

    @Test
    void aCertificateFromATechnicalSchoolShowsTheGraduate() {
        var answer =
                under2023(
                        "2", "certificate", "3", "certificateFrom", "TECHNICAL_SCHOOL", YEARS, "2");

        assertThat(met(answer)).containsExactly("2-4");
    }

    @Test
    void aGraduateOfATechnicianCollegeWithLessThanTwoYears() {
        var answer =
                under2023("2", "certificate", "3", "education", "TECHNICIAN_COLLEGE", YEARS, "1.5");

        assertThat(met(answer)).isEmpty();
        assertThat(answer.outcome()).containsEntry("soonest", LocalDate.of(2024, 12, 1));
    }

    @Test
    void aStudentOfATechnicianClassTwoYearsAfterTheCertificate() {
        var answer =
                under2023(
                        "2",
                        "certificate",
                        "3",
                        "education",
                        "TECHNICIAN_CLASS",
                        "yearsSinceCertificate",
                        "2",
                        "finalYear",
                        "true");

        assertThat(met(answer)).containsExactly("2-5");
    }

    @Test
    void somebodyWhoOnlyHasToGrowOlder() {
        assertThat(codes(under2023("5", "bornOn", "2010-01-01")))
                .contains("eligibility.condition-of-age")
                .doesNotContain("eligibility.condition-later");
        assertThat(codes(under2023("4", YEARS, "4")))
                .contains("eligibility.condition-later")
                .doesNotContain("eligibility.condition-of-age");
    }

    @Test
    void anApprenticeWhoseTimeIsOverUnder2018() {
        assertThat(met(under2018("5", "apprenticeshipCompleted", "true"))).containsExactly("5-2");
        assertThat(met(under2018("5", "apprenticeshipCompleted", "false"))).isEmpty();
    }

    @Test
    void aGraduateOfAnAdvancedSchoolUnder2018NeedsThreeYears() {
        var school = "ADVANCED_TECHNICAL_SCHOOL";

        assertThat(met(under2018("2", "certificate", "3", "education", school, YEARS, "3")))
                .containsExactly("2-2");
        assertThat(met(under2018("2", "certificate", "3", "education", school, YEARS, "2")))
                .isEmpty();
    }

    @Test
    void aPreparatoryTechnicianUnder2018NeedsTwoYears() {
        var course = "PREPARATORY_TECHNICIAN_CLASS";

        assertThat(met(under2018("2", "education", course, YEARS, "2"))).containsExactly("2-3");
        assertThat(met(under2018("2", "education", course, YEARS, "1"))).isEmpty();
    }

    @Test
    void theSixteenthBirthdayCounts() {
        assertThat(met(under2023("5", "bornOn", "2008-06-01", YEARS, "0"))).containsExactly("5-1");
    }

    @Test
    void whoWorksAlreadyMeetsBothConditionsOfTheLowestLevel() {
        assertThat(met(under2023("5", "bornOn", "1990-05-01", YEARS, "1")))
                .containsExactly("5-1", "5-2");
    }

    @Test
    void aHigherCertificateOrTitleProvesTheLowerOne() {
        var certificate = under2023("4", "certificate", "3", "yearsSinceCertificate", "3");
        var title =
                under2023("3", "title", "SENIOR", "titleMatches", "true", "yearsSinceTitle", "1");

        assertThat(met(certificate)).containsExactly("4-2");
        assertThat(met(title)).containsExactly("3-3");
        assertThat(codes(title)).contains("eligibility.higher-counts");
    }

    @Test
    void theAdvancedClassNeedsNoSameMajor() {
        assertThat(met(under2023("3", "education", "ADVANCED_TECHNICAL_CLASS")))
                .containsExactly("3-4");
    }

    @Test
    void saysHowMuchTimeLacksAndFromWhen() {
        var answer = under2023("4", YEARS, "3.5");

        assertThat(missing(answer, "4-1"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "fact",
                                        YEARS,
                                        "kind",
                                        "TIME",
                                        "needed",
                                        new BigDecimal("5"),
                                        "years",
                                        new BigDecimal("1.5"),
                                        "from",
                                        "2025-12-01")));
        assertThat(answer.outcome()).containsEntry("soonest", LocalDate.of(2025, 12, 1));
    }

    @Test
    void saysForEachConditionFromWhenItWillBeMet() {
        var answer = under2023("4", YEARS, "3.5", "certificate", "5", SINCE, "2");

        assertThat(answer.plainOutcome())
                .containsEntry("metFrom", Map.of("4-1", "2025-12-01", "4-2", "2025-06-01"))
                .containsEntry("soonest", "2025-06-01");
        assertThat(under2023("4", YEARS, "3.5", "certificate", "3").plainOutcome())
                .containsEntry("metFrom", Map.of("4-1", "2025-12-01"));
        assertThat(under2023("4", "certificate", "1").plainOutcome()).doesNotContainKey("metFrom");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0834, 2029-05-01",
        "0.5833, 2028-11-01",
        "0.5834, 2028-11-01",
        "4.9166, 2024-07-01",
        "4.9999, 2024-07-01"
    })
    void aTwelfthWrittenWithFewPlacesIsAWholeMonth(String years, String from) {
        assertThat(under2023("4", YEARS, years).plainOutcome()).containsEntry("soonest", from);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-31, false, 2024-06-01",
        "2024-06-01, true, ",
        "2024-06-02, true, ",
        "2021-06-01, false, 2024-06-01",
        "2023-06-02, false, 2024-06-01"
    })
    void threeYearsAfterACertificateAreReachedOnItsAnniversary(
            String on, boolean allowed, @Nullable String from) {
        var facts = new TreeMap<>(facts("NATIONAL-2023", on, "4", "certificate", "5"));
        facts.put("applicant.certificateOn", "2021-06-01");

        var answer = ProgramBook.ask(topic, facts);

        assertThat(answer.allowed()).isEqualTo(allowed);
        assertThat(answer.plainOutcome().get("soonest")).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-28, false", "2024-02-29, false", "2024-03-01, true", "2024-03-02, true"})
    void oneYearAfterATitleIsReachedOnItsAnniversary(String on, boolean allowed) {
        var facts = facts("NATIONAL-2023", on, "3", "title", "JUNIOR", "titleMatches", "true");
        facts = new TreeMap<>(facts);
        facts.put("applicant.titleOn", "2023-03-01");

        assertThat(ProgramBook.ask(topic, facts).allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-01, false", "2024-06-02, true", "2024-06-03, true"})
    void sixteenIsReachedOnTheBirthday(String on, boolean allowed) {
        var facts = facts("NATIONAL-2023", on, "5", "bornOn", "2008-06-02");

        assertThat(ProgramBook.ask(topic, facts).allowed()).isEqualTo(allowed);
    }

    @Test
    void yearsThatAreSaidGoBeforeTheDayOfTheCertificate() {
        var day = "certificateOn";
        var longAgo = under2023("4", "certificate", "5", day, "2010-01-01", SINCE, "1");

        assertThat(longAgo.allowed()).isFalse();
        assertThat(longAgo.outcome()).containsEntry("soonest", LocalDate.of(2026, 6, 1));
    }

    @ParameterizedTest
    @CsvSource({"certificateOn", "titleOn"})
    void nothingIsAwardedAfterTheApplication(String fact) {
        assertThat(under2023("4", fact, "2024-06-01").allowed()).isFalse();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> under2023("4", fact, "2024-06-02"))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field())
                                .isEqualTo("applicant." + fact));
    }

    @Test
    void saysWhichFactIsNeeded() {
        var answer = under2023("4", YEARS, "1", "certificate", "5");

        assertThat(missing(answer, "4-2"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "fact", "yearsSinceCertificate",
                                        "kind", "UNKNOWN",
                                        "needed", new BigDecimal("3"))));
    }

    @Test
    void whoIsBornAfterTheApplicationIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> under2023("5", "bornOn", "2024-06-02"))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field())
                                .isEqualTo("applicant.bornOn"));
    }

    @Test
    void levelsThatAreAppointedHaveNoConditions() {
        assertThatExceptionOfType(NoRule.class).isThrownBy(() -> under2023("CHIEF"));
    }

    @Test
    void noStandardAppliesBeforeTheFirst() {
        var facts = Map.of("level", "4", "on", "2017-12-31", "applicant.yearsInOccupation", "9");

        assertThatExceptionOfType(NoRule.class).isThrownBy(() -> ProgramBook.ask(topic, facts));
    }

    @Test
    void theFirstStandardAppliesFrom2018() {
        var facts = Map.of("level", "4", "on", "2018-01-01", "applicant.yearsInOccupation", "6");

        assertThat(met(ProgramBook.ask(topic, facts))).containsExactly("4-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NATIONAL-2018 | 4-3 | VOCATIONAL_SECONDARY TECHNICAL_SCHOOL ADVANCED_TECHNICAL_CLASS ADVANCED_TECHNICAL_SCHOOL TECHNICIAN_COLLEGE PREPARATORY_TECHNICIAN_CLASS TECHNICIAN_CLASS
                    NATIONAL-2018 | 3-2 | ADVANCED_TECHNICAL_CLASS ADVANCED_TECHNICAL_SCHOOL TECHNICIAN_COLLEGE PREPARATORY_TECHNICIAN_CLASS TECHNICIAN_CLASS VOCATIONAL_COLLEGE
                    NATIONAL-2018 | 3-3 | COLLEGE UNIVERSITY
                    NATIONAL-2018 | 2-2 | ADVANCED_TECHNICAL_SCHOOL TECHNICIAN_COLLEGE
                    NATIONAL-2018 | 2-3 | PREPARATORY_TECHNICIAN_CLASS
                    NATIONAL-2023 | 4-3 | VOCATIONAL_SECONDARY TECHNICAL_SCHOOL ADVANCED_TECHNICAL_CLASS ADVANCED_TECHNICAL_SCHOOL TECHNICIAN_COLLEGE PREPARATORY_TECHNICIAN_CLASS TECHNICIAN_CLASS VOCATIONAL_COLLEGE COLLEGE UNIVERSITY
                    NATIONAL-2023 | 3-4 | ADVANCED_TECHNICAL_CLASS ADVANCED_TECHNICAL_SCHOOL TECHNICIAN_COLLEGE PREPARATORY_TECHNICIAN_CLASS TECHNICIAN_CLASS
                    NATIONAL-2023 | 3-5 | VOCATIONAL_COLLEGE COLLEGE UNIVERSITY
                    NATIONAL-2023 | 3-6 | VOCATIONAL_COLLEGE COLLEGE UNIVERSITY
                    NATIONAL-2023 | 2-4 | ADVANCED_TECHNICAL_SCHOOL TECHNICIAN_COLLEGE
                    NATIONAL-2023 | 2-5 | PREPARATORY_TECHNICIAN_CLASS TECHNICIAN_CLASS
                    """)
    void theseSchoolsFulfilACondition(String standard, String condition, String schools) {
        var found =
                Stream.of(Education.values())
                        .map(Education::name)
                        .filter(school -> metBySchool(standard, condition, "education", school))
                        .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(schools);
    }

    @ParameterizedTest
    @CsvSource({"NATIONAL-2018, 2-2", "NATIONAL-2023, 2-4"})
    void certificatesFromTheseSchoolsShowTheGraduate(String standard, String condition) {
        var found =
                Stream.of(Education.values())
                        .map(Education::name)
                        .filter(s -> metBySchool(standard, condition, "certificateFrom", s));

        assertThat(found)
                .containsExactly(
                        "TECHNICAL_SCHOOL", "ADVANCED_TECHNICAL_SCHOOL", "TECHNICIAN_COLLEGE");
    }

    private boolean metBySchool(String standard, String condition, String fact, String school) {
        var level = condition.substring(0, 1);
        var certificate = String.valueOf(Integer.parseInt(level) + 1);
        var facts =
                new TreeMap<>(
                        facts(
                                standard,
                                "2024-06-01",
                                level,
                                fact,
                                school,
                                YEARS,
                                "3",
                                "yearsSinceCertificate",
                                "2",
                                "assessedProgramme",
                                "true"));
        facts.put("applicant.majorMatches", "true");
        facts.put("applicant.certificate", certificate);
        return met(ProgramBook.ask(topic, facts)).contains(condition);
    }

    @Test
    void anOccupationMayHaveConditionsOfItsOwn() {
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
        var facts = new TreeMap<>(facts("NATIONAL-2023", "2024-06-01", "4", YEARS, "2"));
        facts.put("occupation", "焊工");

        assertThat(met(ProgramBook.ask(topic, facts, book))).containsExactly("4-1");
        assertThat(met(ProgramBook.ask(topic, facts))).isEmpty();
    }

    private static final String YEARS = "yearsInOccupation";
    private static final String SINCE = "yearsSinceCertificate";

    private Answer under2023(String level, String... applicant) {
        return ProgramBook.ask(topic, facts("NATIONAL-2023", "2024-06-01", level, applicant));
    }

    private Answer under2018(String level, String... applicant) {
        return ProgramBook.ask(topic, facts("NATIONAL-2018", "2021-10-23", level, applicant));
    }

    private static Map<String, String> facts(
            String standard, String on, String level, String... applicant) {
        var facts = new TreeMap<>(Map.of("standard", standard, "on", on, "level", level));
        facts.put("applicant.majorMatches", "false");
        for (var i = 0; i < applicant.length; i += 2) {
            facts.put("applicant." + applicant[i], applicant[i + 1]);
        }
        return facts;
    }

    private static List<String> met(Answer answer) {
        var met = answer.plainOutcome().getOrDefault("met", List.of());
        return met instanceof List<?> ids ? ids.stream().map(String::valueOf).toList() : List.of();
    }

    private static Object missing(Answer answer, String condition) {
        var missing = (Map<?, ?>) answer.plainOutcome().getOrDefault("missing", Map.of());
        return missing.get(condition) instanceof List<?> lacks ? lacks : List.of();
    }

    private static List<String> codes(Answer answer) {
        return answer.reasons().stream().map(reason -> reason.code().code()).toList();
    }
}
