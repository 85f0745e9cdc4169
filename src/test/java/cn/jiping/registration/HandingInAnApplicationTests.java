package cn.jiping.registration;

import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.registration.RegistrationFixtures.CALENDAR;
import static cn.jiping.registration.RegistrationFixtures.candidate;
import static cn.jiping.registration.RegistrationFixtures.photo;
import static cn.jiping.registration.RegistrationFixtures.welder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.file.FileRefused;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class HandingInAnApplicationTests {
    @Autowired Summer summer;
    @Autowired Applications applications;
    @Autowired Decisions decisions;
    @Autowired Persons persons;
    private SessionView session;
    private Actor person;

    @BeforeEach
    void announced() {
        session = summer.announced();
        person = summer.somebody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-07-14", "2021-07-28"})
    void isPossibleFromTheFirstDayToTheLast(String day) {
        summer.becomes(day);

        var id = summer.handedIn(person, session);

        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);
    }

    @Test
    void isNotPossibleTheDayBefore() {
        summer.becomes("2021-07-13");

        assertRefused("window-closed", CALENDAR, () -> summer.begin(person, session));
    }

    @Test
    void isNotPossibleTheDayAfterNorIsADraftHandedInThen() {
        summer.becomes("2021-07-28");
        var id = summer.filledIn(person, session);

        summer.becomes("2021-07-29");

        assertRefused("window-closed", CALENDAR, () -> summer.begin(summer.somebody(), session));
        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.LAPSED);
        assertRefused(
                "not-writable", null, () -> applications.submit(person, id, summer.version(id)));
    }

    @Test
    void keepsTheDecisionByTheConditionsOfTheDay(AssertablePublishedEvents events) {
        summer.becomes("2021-07-20");

        var id = summer.handedIn(person, session);

        var submitted = Objects.requireNonNull(summer.view(id).submitted());
        assertThat(submitted.appliedOn()).isEqualTo(LocalDate.of(2021, 7, 20));
        assertThat(
                        decisions.about(
                                Actor.program("test"),
                                new DecisionDraft.About("application", id.toString())))
                .singleElement()
                .returns(submitted.decision(), decision -> decision.id())
                .returns("eligibility", decision -> decision.asked().topic())
                .returns(true, decision -> decision.verdict().allowed());
        assertThat(events.ofType(RegistrationEvent.HandedIn.class)).hasSize(1);
    }

    @Test
    void countsOnceHoweverOftenItIsPressed(AssertablePublishedEvents events) {
        summer.becomes("2021-07-20");
        var id = summer.filledIn(person, session);
        var seen = summer.version(id);

        applications.submit(person, id, seen);
        applications.submit(person, id, seen);

        assertThat(summer.version(id)).isEqualTo(seen + 1);
        assertThat(events.ofType(RegistrationEvent.HandedIn.class)).hasSize(1);
    }

    @Test
    void beginsOnceUnderItsKeyAndOnceInASession() {
        summer.becomes("2021-07-20");
        var offering = session.offerings().getFirst().id();
        var key = Ids.next().toString();

        var id = applications.begin(person, session.id(), HANGZHOU, offering, key);

        assertThat(applications.begin(person, session.id(), HANGZHOU, offering, key)).isEqualTo(id);
        assertRefused("already-applied", null, () -> summer.begin(person, session));
    }

    @Test
    void beginsOnceWhenTwoBrowsersPressTogether() throws Exception {
        summer.becomes("2021-07-20");
        var said = new ArrayList<String>();

        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = pool.invokeAll(Collections.<Callable<String>>nCopies(4, this::begun));
            for (var one : all) {
                said.add(one.get());
            }
        }

        assertThat(said).containsOnlyOnce("begun");
        assertThat(applications.listOf(person, person(person))).hasSize(1);
    }

    private String begun() {
        try {
            summer.begin(person, session);
            return "begun";
        } catch (RegistrationRefused refused) {
            return refused.code();
        }
    }

    @Test
    void mayBeginAgainAfterItWasWithdrawn() {
        summer.becomes("2021-07-20");
        var first = summer.begin(person, session);
        applications.withdraw(person, first, 0, "改报保安员");
        applications.withdraw(person, first, 0, "改报保安员");

        var second = summer.begin(person, session);

        assertThat(second).isNotEqualTo(first);
        assertThat(applications.listOf(person, person(person)))
                .extracting(ApplicationView::id)
                .containsExactly(second, first);
    }

    @Test
    void needsToKnowWhoSomebodyIsAndWhoAcceptsThere() {
        summer.becomes("2021-07-20");
        var offering = session.offerings().getFirst().id();

        assertRefused("not-identified", null, () -> summer.begin(candidate(null), session));
        assertRefused(
                "no-accepting-body",
                null,
                () -> applications.begin(person, session.id(), NINGBO, offering, "key"));
    }

    @Test
    void refusesWhoHasNotBeenATechnicianForFourYears() {
        summer.becomes("2021-07-20");
        var id = summer.filledIn(person, session);
        applications.write(person, id, summer.version(id), welder(LocalDate.of(2017, 7, 21)));

        var answer = applications.judge(person, id);

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.outcome()).containsEntry("soonest", LocalDate.of(2021, 7, 21));
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(() -> applications.submit(person, id, summer.version(id)))
                .returns("registration.not-eligible", RegistrationRefused::code)
                .matches(refused -> refused.source() != null);
    }

    @Test
    void takesWhoHasBeenATechnicianForFourYearsToTheDay() {
        summer.becomes("2021-07-20");
        var id = summer.filledIn(person, session);
        applications.write(person, id, summer.version(id), welder(LocalDate.of(2017, 7, 20)));

        applications.submit(person, id, summer.version(id));

        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);
    }

    @Test
    void namesWhatIsStillToBeFilledIn() {
        summer.becomes("2021-07-20");
        var id = summer.begin(person, session);
        assertThat(applications.gaps(person, id))
                .containsExactly(
                        FormStep.PHOTO,
                        FormStep.BACKGROUND,
                        FormStep.HISTORY,
                        FormStep.CONDITION,
                        FormStep.MATERIALS);

        applications.write(person, id, 0, welder());

        assertThat(applications.gaps(person, id))
                .containsExactly(FormStep.PHOTO, FormStep.MATERIALS);
        assertThat(applications.materials(person, id))
                .extracting(Needed::material)
                .contains(Material.YEARS_PROOF, Material.CERTIFICATE);
        assertRefused("incomplete", null, () -> applications.submit(person, id, 1));
    }

    @Test
    void cutsThePhotoToItsSizeAndRefusesASmallOne() throws IOException {
        summer.becomes("2021-07-20");
        var id = summer.begin(person, session);
        var small =
                new Upload(
                        "small.png",
                        new ByteArrayInputStream(RegistrationFixtures.image(200, 300)),
                        "small");

        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> applications.attach(person, id, 0, Material.PHOTO, small))
                .returns("file.too-few-pixels", FileRefused::code);
        applications.attach(person, id, 0, Material.PHOTO, photo());

        assertThat(summer.view(id).form().materials()).containsOnlyKeys(Material.PHOTO);
        applications.detach(person, id, 1, Material.PHOTO);
        assertThat(summer.view(id).form().materials()).isEmpty();
    }

    @Test
    void mayBeTakenBackCorrectedAndHandedInAnew() {
        summer.becomes("2021-07-20");
        var id = summer.handedIn(person, session);

        applications.takeBack(person, id, summer.version(id));
        summer.becomes("2021-07-22");
        applications.submit(person, id, summer.version(id));

        assertThat(summer.view(id).submitted())
                .returns(LocalDate.of(2021, 7, 22), it -> it == null ? null : it.appliedOn());
    }

    @Test
    void mayNotBeTakenBackAfterRegistrationButWithdrawn() {
        summer.becomes("2021-07-20");
        var id = summer.handedIn(person, session);
        summer.becomes("2021-07-29");

        assertRefused(
                "window-closed",
                CALENDAR,
                () -> applications.takeBack(person, id, summer.version(id)));
        applications.withdraw(person, id, summer.version(id), "不考了");

        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    }

    @Test
    void isNotWrittenOverWhatSomebodyElseSaw() {
        summer.becomes("2021-07-20");
        var id = summer.begin(person, session);
        applications.write(person, id, 0, welder());

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> applications.write(person, id, 0, welder()));
    }

    @Test
    void isNobodyElsesBusinessUntilItIsHandedIn() {
        summer.becomes("2021-07-20");
        var id = summer.filledIn(person, session);
        var stranger = summer.somebody();

        assertNotFound(() -> applications.find(stranger, id));
        assertNotFound(() -> applications.write(stranger, id, 0, welder()));
        assertNotFound(() -> applications.find(RegistrationFixtures.REVIEWER, id));
        assertNotFound(() -> applications.find(RegistrationFixtures.CITY_REVIEWER, id));
        applications.submit(person, id, summer.version(id));

        assertThat(applications.find(RegistrationFixtures.REVIEWER, id).id()).isEqualTo(id);
        assertThat(applications.find(RegistrationFixtures.CITY_REVIEWER, id).id()).isEqualTo(id);
        assertNotFound(() -> applications.find(stranger, id));
        assertNotFound(() -> applications.find(RegistrationFixtures.OTHER_BODY, id));
        assertNotFound(() -> applications.withdraw(RegistrationFixtures.REVIEWER, id, 0, "代办"));
    }

    @Test
    void letsTheCitySeeWhoApplies() {
        summer.becomes("2021-07-20");
        summer.handedIn(person, session);

        assertThat(persons.find(RegistrationFixtures.CITY_REVIEWER.scope(), person(person)))
                .isPresent();
        assertThat(persons.find(PersonFixtures.clerkOf("沈同川", NINGBO).scope(), person(person)))
                .isEmpty();
    }

    private static PersonId person(Actor candidate) {
        return Objects.requireNonNull(candidate.person());
    }

    private static void assertNotFound(ThrowingCallable step) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(step);
    }

    private static void assertRefused(String code, @Nullable Source source, ThrowingCallable step) {
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(step)
                .returns("registration." + code, RegistrationRefused::code)
                .returns(source, RegistrationRefused::source);
    }
}
