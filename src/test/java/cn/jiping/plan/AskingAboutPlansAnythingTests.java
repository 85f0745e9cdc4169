package cn.jiping.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.PlanAdmissionTopic.BodyState;
import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AskingAboutPlansAnythingTests {
    private static final Path TREE =
            Path.of("src/main/resources/db/migration/territory/V2__zhejiang_and_jilin.sql");
    private static final List<String> GOOD =
            List.of(
                    "inFiledScope",
                    "siteFiled",
                    "siteConfirmed",
                    "crossRegionApproved",
                    "feePublished");

    @Test
    void aPlanThatFulfilsOneDemandMoreIsNeverWorseOff() {
        var topic = new PlanAdmissionTopic();
        for (var facts : WholeSpace.allowed(topic)) {
            GOOD.forEach(name -> WholeSpace.holds(topic, WholeSpace.with(facts, name, true)));
            WholeSpace.holds(topic, WholeSpace.with(facts, "delegated", false));
            WholeSpace.holds(topic, WholeSpace.with(facts, "bodyState", BodyState.LISTED));
        }
    }

    @Test
    void whoBeganEarlierStillHasTheChoice() {
        var topic = new ExitChoiceTopic();
        for (var facts : WholeSpace.of(ExitChoiceTopic.Facts.class)) {
            if (WholeSpace.allows(topic, facts) && facts.announcedOn() != null) {
                WholeSpace.holds(
                        topic,
                        WholeSpace.with(facts, "announcedOn", facts.announcedOn().minusDays(1)));
            }
        }
    }

    @Test
    void aPlanAnnouncedEarlierIsNeverWorseOff() {
        var topic = new ExitPlanTopic();
        for (var facts : WholeSpace.allowed(topic)) {
            WholeSpace.holds(
                    topic,
                    WholeSpace.with(facts, "announcedOn", facts.announcedOn().minusDays(30)));
        }
    }

    @Test
    void whoEnrolledEarlierStillFinishes() {
        var topic = new CohortCompletionTopic();
        for (var facts : WholeSpace.allowed(topic)) {
            WholeSpace.holds(
                    topic, WholeSpace.with(facts, "enrolledOn", facts.enrolledOn().minusYears(1)));
            WholeSpace.holds(
                    topic, WholeSpace.with(facts, "graduatesOn", facts.graduatesOn().plusYears(1)));
        }
    }

    @Test
    void anAuthorityIsNamedWithItsPlaceAndABodyWithNone() {
        for (var facts : WholeSpace.of(OrganiserTopic.Facts.class)) {
            WholeSpace.ask(new OrganiserTopic(), facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome().containsKey("division"))
                                    .as("%s", facts)
                                    .isNotEqualTo(
                                            Objects.equals(
                                                    answer.outcome().get("issuedBy"),
                                                    Authority.BODY)));
        }
    }

    @Test
    void moreApplicantsNeverHurt() {
        var alone = false;
        for (var applicants = 0; applicants < 200; applicants++) {
            var facts = Map.of("on", "2021-10-23", "applicants", String.valueOf(applicants));
            var allowed = ProgramBook.ask(new GroupSizeTopic(), facts).allowed();
            assertThat(alone && !Boolean.TRUE.equals(allowed)).isFalse();
            alone = Boolean.TRUE.equals(allowed);
        }

        assertThat(alone).isTrue();
    }

    @Test
    void aLaterExamNeverReopensAClosedPlan() {
        var closed = false;
        for (var day = LocalDate.of(2020, 10, 10); day.getYear() < 2022; day = day.plusDays(1)) {
            var allowed = ProgramBook.ask(new ExitPlanTopic(), resit(day)).allowed();
            assertThat(closed && Boolean.TRUE.equals(allowed)).as(day.toString()).isFalse();
            closed = !Boolean.TRUE.equals(allowed);
        }

        assertThat(closed).isTrue();
    }

    private static Map<String, String> resit(LocalDate examOn) {
        return Map.of(
                "occupation", "车工",
                "announcedOn", "2020-10-10",
                "examOn", examOn.toString(),
                "resitOnly", "true");
    }

    @Test
    void everyPlaceOfTheLawBookIsOneOfTheTree() throws IOException {
        var tree = Files.readString(TREE);

        for (var path : List.of("places/22.csv", "places/33.csv")) {
            var places = ProgramBook.inForce().file(path).orElseThrow();
            assertThat(places.lines().skip(1).map(line -> line.split(",", -1)))
                    .hasSizeGreaterThan(70)
                    .allSatisfy(cells -> assertThat(tree).contains(cells[0], cells[1]));
        }
    }
}
