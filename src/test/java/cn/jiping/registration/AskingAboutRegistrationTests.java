package cn.jiping.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.policy.Answer;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.ProgramBook;
import cn.jiping.registration.AdmissionTerms.Insurer;
import cn.jiping.registration.AdmissionTerms.Proof;
import cn.jiping.registration.AdmissionTerms.Relation;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registration's topics over the whole space of questions. */
class AskingAboutRegistrationTests {
    private static final int QUESTIONS = 1500;

    private final SplittableRandom chance = new SplittableRandom(202320);
    private final EligibilityTopic eligibility = new EligibilityTopic();
    private final MaterialsTopic materials = new MaterialsTopic();
    private final AdmissionOfEmployeeTopic admission = new AdmissionOfEmployeeTopic();
    private final SampleReviewTopic sample = new SampleReviewTopic();
    private final FastTrackTopic fastTrack = new FastTrackTopic();

    @Test
    void moreYearsNeverHurtAnApplicant() {
        for (var i = 0; i < QUESTIONS; i++) {
            var facts = application();
            var more = new TreeMap<>(facts);
            more.compute(
                    "applicant."
                            + oneOf(
                                    "yearsInOccupation",
                                    "yearsSinceCertificate",
                                    "yearsSinceTitle"),
                    (_, years) -> String.valueOf(years == null ? 9 : Integer.parseInt(years) + 1));

            var before = ProgramBook.tryToAsk(eligibility, facts);
            var after = ProgramBook.tryToAsk(eligibility, more);

            before.ifPresent(answer ->
                    assertThat(met(after.orElseThrow())).as("%s", facts).containsAll(met(answer)));
        }
    }

    @Test
    void whoIsEligibleStaysSoUnderTheSameStandard() {
        for (var i = 0; i < QUESTIONS; i++) {
            var facts = application();
            facts.put("standard", oneOf("NATIONAL-2018", "NATIONAL-2023"));
            var later = new TreeMap<>(facts);
            later.put("on", LocalDate.parse(facts.get("on")).plusDays(400).toString());

            ProgramBook.tryToAsk(eligibility, facts)
                    .ifPresent(answer ->
                            assertThat(met(ProgramBook.ask(eligibility, later)))
                                    .containsAll(met(answer)));
        }
    }

    @Test
    void everyConditionIsEitherMetOrSaysWhatLacks() {
        for (var i = 0; i < QUESTIONS; i++) {
            var answer = ProgramBook.tryToAsk(eligibility, application());

            answer.ifPresent(found -> {
                assertThat(found.allowed()).isEqualTo(!met(found).isEmpty());
                assertThat(found.outcome()).containsKey("missing");
                assertThat(found.reasons()).isNotEmpty();
            });
        }
    }

    @Test
    void materialsAreListedForEveryLevelThatHasConditions() {
        for (var level : SkillLevel.values()) {
            for (var place : List.of("00", "22", "33", "44")) {
                var facts =
                        Map.of("jurisdiction", place, "on", "2024-05-01", "level", level.code());

                var answer = ProgramBook.tryToAsk(materials, facts);

                assertThat(answer.isPresent()).isEqualTo(level.code().matches("[1-5]"));
            }
        }
    }

    @Test
    void jilinAlsoSaysHowThePhotoMustBe() {
        var answer = ProgramBook.ask(materials, materials.example()).plainOutcome();

        assertThat(answer)
                .containsEntry(
                        "photo",
                        Map.of(
                                "copies",
                                2,
                                "size",
                                "SMALL_TWO_INCH",
                                "colour",
                                true,
                                "bareheaded",
                                true,
                                "notOlderThan",
                                "P6M"))
                .containsEntry(
                        "copies",
                        Map.of(
                                "ID_CARD", 1,
                                "PHOTO", 2,
                                "APPLICATION_FORM", 1,
                                "EDUCATION_PROOF", 1,
                                "CERTIFICATE", 1));
    }

    @Test
    void whoIsStillAtSchoolShowsTheEnrolmentInstead() {
        var facts =
                Map.of(
                        "standard",
                        "NATIONAL-2023",
                        "on",
                        "2024-01-10",
                        "level",
                        "4",
                        "condition",
                        "4-3");

        var answer = ProgramBook.ask(materials, facts).plainOutcome();

        assertThat(answer)
                .containsEntry(
                        "materials",
                        List.of("ID_CARD", "PHOTO", "APPLICATION_FORM", "EDUCATION_PROOF"))
                .containsEntry("instead", Map.of("EDUCATION_PROOF", "ENROLMENT_PROOF"));
    }

    @Test
    void moreUnqualifiedPersonsNeverSaveAPlan() {
        for (var sampled = 1; sampled < 100; sampled++) {
            for (var unqualified = 1; unqualified <= sampled; unqualified++) {
                assertThat(terminates(sampled, unqualified)).isEqualTo(unqualified * 3 >= sampled);
                assertThat(terminates(sampled, unqualified - 1))
                        .isIn(false, terminates(sampled, unqualified));
            }
        }
    }

    @Test
    void aSampleOfNobodyOrSmallerThanItsPartIsRefused() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> terminates(0, 0));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> terminates(3, 4));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> terminates(3, -1));
    }

    @Test
    void threeMonthsOnThePostAreReachedOnTheirLastDay() {
        assertThat(dispatched("2023-12-01", "2024-03-01").allowed()).isTrue();
        assertThat(dispatched("2023-12-02", "2024-03-01").outcome())
                .containsEntry("from", LocalDate.of(2024, 3, 2));
    }

    @Test
    void theUninsuredWithAContractProveThatTheyWork() {
        var facts = employee("NONE", "true");

        var answer = ProgramBook.ask(admission, facts);

        assertThat(answer.allowed()).isTrue();
        assertThat(answer.outcome()).containsEntry("proofs", List.of(Proof.ON_POST_PROOF));
    }

    @Test
    void anEmployeeInsuredElsewhereIsNotTaken() {
        assertThat(ProgramBook.ask(admission, employee("AGENCY", "true")).allowed()).isFalse();
        assertThat(ProgramBook.ask(admission, employee("BODY", "true")).allowed()).isTrue();
    }

    @Test
    void employersTookTheirOwnStaffFromTheReform() {
        var facts = new TreeMap<>(employee("BODY", "false"));

        facts.put("on", "2022-04-17");
        assertThat(ProgramBook.ask(admission, facts).allowed()).isTrue();
        facts.put("relation", "NONE");
        assertThat(ProgramBook.ask(admission, facts).allowed()).isFalse();
        facts.put("on", "2022-04-16");
        assertThatExceptionOfType(NoRule.class).isThrownBy(() -> ProgramBook.ask(admission, facts));
    }

    @Test
    void noQuestionOfAdmissionBreaksAndTimeOnThePostNeverHurts() {
        for (var i = 0; i < QUESTIONS; i++) {
            var facts = admissionFacts();
            var longer = new TreeMap<>(facts);
            longer.computeIfPresent(
                    "onPostSince", (_, day) -> LocalDate.parse(day).minusDays(30).toString());

            ProgramBook.tryToAsk(admission, facts)
                    .filter(answer -> Boolean.TRUE.equals(answer.allowed()))
                    .ifPresent(
                            _ -> assertThat(ProgramBook.ask(admission, longer).allowed()).isTrue());
        }
    }

    @Test
    void noQuestionOfTheFastTrackBreaks() {
        for (var body : BodyType.values()) {
            for (var merit : FastTrackTerms.Merit.values()) {
                var facts =
                        Map.of(
                                "on", oneOf("2023-11-15", "2023-11-16", "2030-01-01"),
                                "bodyType", body.name(),
                                "merit", merit.name());

                assertThat(ProgramBook.tryToAsk(fastTrack, facts).stream())
                        .allSatisfy(answer -> assertThat(answer.allowed()).isNotNull());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "33, 2024-03-01, SOCIAL, NONE, true, CONTRACT YEARS_PROOF SOCIAL_INSURANCE TRAINING_HOURS",
        "33, 2024-03-01, SOCIAL, DISPATCHED, true, CONTRACT YEARS_PROOF SOCIAL_INSURANCE TRAINING_HOURS",
        "33, 2024-03-01, SOCIAL, EMPLOYEE, true, CONTRACT YEARS_PROOF SOCIAL_INSURANCE TRAINING_HOURS",
        "33, 2024-03-01, SOCIAL, STUDENT, true, ENROLMENT_PROOF",
        "33, 2024-03-01, SCHOOL, STUDENT, true, ENROLMENT_PROOF",
        "33, 2024-03-01, SCHOOL, EMPLOYEE, false, ''",
        "33, 2024-03-01, SCHOOL, DISPATCHED, false, ''",
        "33, 2024-03-01, SCHOOL, NONE, false, ''",
        "33, 2024-03-01, EMPLOYER, STUDENT, false, ''",
        "33, 2023-11-15, SOCIAL, STUDENT, true, ''",
        "33, 2023-11-15, SOCIAL, EMPLOYEE, true, ''",
        "33, 2023-11-15, SOCIAL, DISPATCHED, true, ''",
        "33, 2023-11-15, SOCIAL, NONE, true, ''",
        "33, 2023-11-15, EMPLOYER, STUDENT, false, ''",
        "22, 2017-05-20, SCHOOL, DISPATCHED, false, ''",
        "22, 2017-05-20, EMPLOYER, DISPATCHED, false, ''"
    })
    void takesOrRefusesThem(
            String place,
            String on,
            String body,
            String relation,
            boolean taken,
            String unverified) {
        var facts = Map.of("jurisdiction", place, "on", on, "bodyType", body, "relation", relation);

        var answer = ProgramBook.ask(admission, facts);

        assertThat(answer.allowed()).isEqualTo(taken);
        assertThat(answer.plainOutcome().getOrDefault("ifUnverified", List.of()))
                .isEqualTo(unverified.isEmpty() ? List.of() : List.of(unverified.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "33, 2023-11-15, EMPLOYER, DISPATCHED",
        "33, 2023-11-15, SCHOOL, STUDENT",
        "22, 2017-05-20, SOCIAL, NONE"
    })
    void noRuleSpeaksOfThem(String place, String on, String body, String relation) {
        var facts = Map.of("jurisdiction", place, "on", on, "bodyType", body, "relation", relation);

        assertThatExceptionOfType(NoRule.class).isThrownBy(() -> ProgramBook.ask(admission, facts));
    }

    @ParameterizedTest
    @CsvSource({
        "22, 2016-12-31, false",
        "22, 2017-01-01, true",
        "22, 2017-12-31, true",
        "22, 2018-01-01, false"
    })
    void jilinListsItsMaterialsIn2017(String place, String on, boolean own) {
        var facts =
                Map.of("jurisdiction", place, "on", on, "level", "4", "standard", "NATIONAL-2018");

        assertThat(ProgramBook.ask(materials, facts).outcome().containsKey("photo")).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"2023-11-15, 0", "2023-11-16, 2"})
    void zhejiangAsksForProofsByItsNotice(String on, int clauses) {
        var facts = Map.of("on", on, "level", "4", "standard", "NATIONAL-2023");

        var reasons = ProgramBook.ask(materials, facts).reasons();

        assertThat(reasons.stream().filter(r -> r.source() instanceof Source.Clause))
                .hasSize(clauses);
    }

    private Boolean terminates(int sampled, int unqualified) {
        var facts =
                Map.of(
                        "on", "2024-01-10",
                        "sampled", String.valueOf(sampled),
                        "unqualified", String.valueOf(unqualified));
        return ProgramBook.outcome(ProgramBook.ask(sample, facts), "mayTerminate", Boolean.class);
    }

    private Answer dispatched(String since, String on) {
        var facts = new TreeMap<>(admission.example());
        facts.put("onPostSince", since);
        facts.put("on", on);
        return ProgramBook.ask(admission, facts);
    }

    private static Map<String, String> employee(String insuredBy, String contract) {
        return Map.of(
                "on", "2024-03-01",
                "bodyType", "EMPLOYER",
                "relation", "EMPLOYEE",
                "insuredBy", insuredBy,
                "contract", contract);
    }

    private Map<String, String> application() {
        var facts = new TreeMap<String, String>();
        facts.put("jurisdiction", oneOf("00", "22", "33", "44"));
        facts.put("level", oneOf(SkillLevel.values()).code());
        facts.put("on", day(2016, 4000));
        facts.put("applicant.bornOn", day(1960, 18000));
        maybe(facts, "applicant.yearsInOccupation", String.valueOf(chance.nextInt(15)));
        maybe(facts, "applicant.certificate", oneOf(SkillLevel.values()).code());
        maybe(facts, "applicant.yearsSinceCertificate", String.valueOf(chance.nextInt(8)));
        maybe(facts, "applicant.certificateFrom", oneOf(Education.values()).name());
        maybe(facts, "applicant.title", oneOf(ProfessionalTitle.values()).name());
        maybe(facts, "applicant.titleMatches", oneOf("true", "false"));
        maybe(facts, "applicant.yearsSinceTitle", String.valueOf(chance.nextInt(8)));
        maybe(facts, "applicant.education", oneOf(Education.values()).name());
        maybe(facts, "applicant.majorMatches", oneOf("true", "false"));
        maybe(facts, "applicant.finalYear", oneOf("true", "false"));
        maybe(facts, "applicant.assessedProgramme", oneOf("true", "false"));
        maybe(facts, "applicant.apprenticeshipCompleted", oneOf("true", "false"));
        maybe(facts, "applicant.certificateOn", day(2005, 4000));
        maybe(facts, "applicant.titleOn", day(2005, 4000));
        return facts;
    }

    private Map<String, String> admissionFacts() {
        var facts = new TreeMap<String, String>();
        facts.put("jurisdiction", oneOf("00", "22", "33", "44"));
        facts.put("on", day(2016, 4000));
        facts.put("bodyType", oneOf(BodyType.values()).name());
        facts.put("relation", oneOf(Relation.values()).name());
        maybe(facts, "insuredBy", oneOf(Insurer.values()).name());
        maybe(facts, "onPostSince", day(2015, 4000));
        maybe(facts, "contract", oneOf("true", "false"));
        maybe(facts, "dispatchAgreement", oneOf("true", "false"));
        return facts;
    }

    private void maybe(Map<String, String> facts, String name, String value) {
        if (chance.nextInt(3) > 0) {
            facts.put(name, value);
        }
    }

    private String day(int year, int days) {
        return LocalDate.of(year, 1, 1).plusDays(chance.nextInt(days)).toString();
    }

    @SafeVarargs
    private final <T> T oneOf(T... values) {
        return values[chance.nextInt(values.length)];
    }

    private static List<String> met(Answer answer) {
        return ((List<?>) answer.plainOutcome().getOrDefault("met", List.of()))
                .stream().map(String::valueOf).toList();
    }
}
