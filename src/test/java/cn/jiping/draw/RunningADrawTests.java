package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.BODY;
import static cn.jiping.draw.DrawFixtures.CENTRE;
import static cn.jiping.draw.DrawFixtures.COLLEAGUE;
import static cn.jiping.draw.DrawFixtures.HANGZHOU;
import static cn.jiping.draw.DrawFixtures.HEAD_OF_BODY;
import static cn.jiping.draw.DrawFixtures.REFERENCE;
import static cn.jiping.draw.DrawFixtures.SECRET_A;
import static cn.jiping.draw.DrawFixtures.SECRET_B;
import static cn.jiping.draw.DrawFixtures.VALUE;
import static cn.jiping.draw.DrawFixtures.actor;
import static cn.jiping.draw.DrawFixtures.assessors;
import static cn.jiping.draw.DrawFixtures.headOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Place;
import cn.jiping.draw.DrawAnnouncement.Predecessor;
import cn.jiping.draw.DrawAnnouncement.Subject;
import cn.jiping.draw.DrawAnnouncement.Times;
import cn.jiping.draw.Progress.Cause;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, KnownLaw.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class RunningADrawTests {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Actor AUDITOR = actor("审计员", Role.AUDITOR, Scope.all());

    @Autowired Draws draws;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void endsWithAResultAnyoneCanRepeat(AssertablePublishedEvents events) {
        var id = draws.announce(CENTRE, announcement());
        takeAllSteps(id);

        var view = draws.find(CENTRE, id);

        assertThat(view.status()).isEqualTo(DrawStatus.DRAWN);
        assertThat(view.standing().selection()).hasSize(3);
        var verification = DrawVerification.of(draws.record(Actor.anybody("test"), id));
        assertThat(verification.agrees()).isTrue();
        assertThat(verification.complete()).isTrue();
        assertThat(events).contains(DrawEvent.Drawn.class).matching(e -> e.draw().equals(id));
        assertThat(actsOn(id))
                .containsExactlyInAnyOrder(
                        "draw.announced",
                        "draw.committed",
                        "draw.committed",
                        "draw.value-fixed",
                        "draw.revealed",
                        "draw.revealed",
                        "draw.drawn");
    }

    @Test
    void doesEachStepOnceHoweverOftenItIsSent() {
        var announcement = announcement();
        var id = draws.announce(CENTRE, announcement);
        assertThat(draws.announce(CENTRE, announcement)).isEqualTo(id);
        takeAllSteps(id);
        var record = draws.record(CENTRE, id);

        draws.commit(CENTRE, id, Party.A, draws.commitment(CENTRE, id, Party.A, SECRET_A));
        draws.fixPublicValue(COLLEAGUE, id, VALUE, REFERENCE);
        draws.reveal(CENTRE, id, Party.A, SECRET_A);
        draws.draw(CENTRE, id);

        assertThat(draws.record(CENTRE, id)).isEqualTo(record);
        assertThat(actsOn(id)).hasSize(7);
    }

    @Test
    void doesEachStepOnceUnderTwoClicks() {
        for (var round = 0; round < 10; round++) {
            var id = draws.announce(CENTRE, announcement());
            var bound = draws.commitment(CENTRE, id, Party.A, SECRET_A);

            Together.twice(() -> draws.commit(CENTRE, id, Party.A, bound));
            Together.twice(() -> draws.cancel(CENTRE, id, "人数有变"));

            assertThat(actsOn(id))
                    .containsExactlyInAnyOrder(
                            "draw.announced", "draw.committed", "draw.cancelled");
        }
    }

    @Test
    void replacesInDrawnOrderAndKeepsTheNoteToItself() {
        var id = draws.announce(CENTRE, announcement());
        takeAllSteps(id);
        var before = draws.find(CENTRE, id);
        var leaving = before.standing().selection().getFirst();

        draws.replace(CENTRE, id, leaving, Cause.ILL, "住院");

        var after = draws.find(CENTRE, id).standing();
        assertThat(after.selection())
                .doesNotContain(leaving)
                .contains(before.standing().alternatesLeft().getFirst());
        assertThat(draws.record(CENTRE, id)).doesNotContain("住院");
        assertThat(draws.published(id).progress().replacements().getFirst().note()).isEmpty();
        assertThat(DrawVerification.of(draws.record(CENTRE, id)).agrees()).isTrue();
    }

    @Test
    void failsOpenlyWhenASecretIsWithheldAndMustBeNamedByTheNextDraw() {
        var announcement = announcement();
        var id = draws.announce(CENTRE, announcement);
        commitBoth(id);
        clock.moveTo(announcement.times().publicValueFrom());
        draws.fixPublicValue(COLLEAGUE, id, VALUE, REFERENCE);
        draws.reveal(CENTRE, id, Party.A, SECRET_A);

        clock.moveTo(announcement.times().revealBy());

        var ending = draws.published(id).progress().ending();
        assertThat(ending)
                .returns(Ending.Kind.NOT_REVEALED, Ending::kind)
                .returns(Set.of(Party.B), Ending::missing);
        assertThat(actsOn(id)).contains("draw.failed");
        var again = again(announcement, null);
        assertThatExceptionOfType(DrawRefused.class)
                .isThrownBy(() -> draws.announce(CENTRE, again))
                .returns("draw.predecessor-not-named", DrawRefused::code);
        var next = draws.announce(CENTRE, again(announcement, new Predecessor(id, "乙方未公布密数")));
        assertThat(draws.record(CENTRE, next)).contains(id.toString(), "乙方未公布密数");
    }

    @Test
    void drawsByItselfWhenNobodyDidByTheDeadline() {
        var announcement = announcement();
        var id = draws.announce(CENTRE, announcement);
        commitBoth(id);
        clock.moveTo(announcement.times().publicValueFrom());
        draws.fixPublicValue(CENTRE, id, VALUE, REFERENCE);
        draws.reveal(CENTRE, id, Party.A, SECRET_A);
        draws.reveal(HEAD_OF_BODY, id, Party.B, SECRET_B);

        clock.moveTo(announcement.times().revealBy());

        assertThat(draws.find(CENTRE, id).status()).isEqualTo(DrawStatus.DRAWN);
    }

    @Test
    void refusesASecondRunningDrawForTheSameSubjectAndPurpose() {
        var announcement = announcement();
        draws.announce(CENTRE, announcement);

        assertThatExceptionOfType(DrawRefused.class)
                .isThrownBy(() -> draws.announce(CENTRE, again(announcement, null)))
                .returns("draw.already-running", DrawRefused::code);
    }

    @Test
    void keepsADrawFromThoseOutsideItsScope() {
        var id = draws.announce(CENTRE, announcement());
        var ofNingbo =
                actor(
                        "宁波经办",
                        Role.CITY_CLERK,
                        Scope.ofDivisions(Set.of(new DivisionCode("330200"))));
        var ofAnotherBody = headOf(BodyId.next(), "外人");

        for (var stranger : List.of(ofNingbo, ofAnotherBody)) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> draws.find(stranger, id));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> draws.cancel(stranger, id, "捣乱"));
            assertThat(listed(stranger)).doesNotContain(id);
        }
        assertThat(listed(CENTRE)).contains(id);
        assertThat(listed(HEAD_OF_BODY)).contains(id);
        assertThat(listed(AUDITOR)).contains(id);
    }

    @Test
    void isLedByTheAuthorityOnly() {
        var id = draws.announce(CENTRE, announcement());

        for (var other : List.of(HEAD_OF_BODY, AUDITOR)) {
            assertThatExceptionOfType(DrawRefused.class)
                    .isThrownBy(() -> draws.cancel(other, id, "不行"))
                    .returns("draw.may-not-lead", DrawRefused::code);
            assertThatExceptionOfType(DrawRefused.class)
                    .isThrownBy(() -> draws.announce(other, announcement()))
                    .returns("draw.may-not-lead", DrawRefused::code);
        }
    }

    @Test
    void showsEverybodyNoNamesUnlessThePurposePublishesThem() {
        var id = draws.announce(CENTRE, announcement());
        takeAllSteps(id);

        var published = draws.published(id);

        assertThat(published.names()).isEmpty();
        assertThat(published.announced().name()).isEmpty();
        assertThat(published.progress().commitments().values())
                .allMatch(commitment -> commitment.by().name().isEmpty());
        assertThat(draws.record(Actor.anybody("test"), id)).doesNotContain("考评员KP", "林知夏", "林怀瑾");
        assertThat(draws.find(CENTRE, id).names()).hasSize(13).containsValue("林怀瑾");
    }

    @Test
    void showsTheNamesOfThoseDrawnWhereThePurposePublishesThem() {
        var id = draws.announce(CENTRE, with(announcement(), true, Duration.ZERO));
        takeAllSteps(id);

        assertThat(draws.published(id).names()).hasSize(5).doesNotContainValue("林怀瑾");
    }

    @Test
    void showsOnlyHashesUntilItIsOpen() {
        var id = draws.announce(CENTRE, with(announcement(), false, Duration.ofDays(30)));
        takeAllSteps(id);

        var published = draws.published(id);

        assertThat(published.announcement().pool().entries()).isEmpty();
        assertThat(published.progress().outcome()).isNull();
        assertThat(published.seed()).isNull();
        assertThat(published.hashes().announcement()).hasSize(64);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> draws.record(Actor.anybody("test"), id));
        assertThat(DrawVerification.of(draws.record(CENTRE, id)).complete()).isTrue();
        assertThat(draws.listPublished(DrawFilter.everything(), new Paging(1, 200)).rows())
                .extracting(DrawRow::id)
                .doesNotContain(id);
    }

    @Test
    void announcesOnceUnderTwentyClicks() throws Exception {
        var announcement = announcement();
        var clicks = new ArrayList<Callable<DrawId>>();
        for (var i = 0; i < 20; i++) {
            clicks.add(() -> draws.announce(CENTRE, announcement));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            var ids = new ArrayList<DrawId>();
            for (Future<DrawId> done : threads.invokeAll(clicks)) {
                ids.add(done.get());
            }
            assertThat(ids).hasSize(20).containsOnly(ids.getFirst());
        }
    }

    @Test
    void namesEveryFaultOfAnAnnouncement() {
        var good = announcement();
        var bad =
                new DrawAnnouncement(
                        good.heading(),
                        good.times(),
                        good.seats(),
                        good.publicSource(),
                        DrawRules.simply(99, 0),
                        good.pool(),
                        good.clientKey());

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> draws.announce(CENTRE, bad))
                .satisfies(e ->
                        assertThat(e.faults()).extracting("field").containsExactly("rules.drawn"));
    }

    private DrawAnnouncement announcement() {
        var now = clock.now();
        var good = DrawFixtures.announcement(DrawRules.simply(3, 2), assessors(12));
        return new DrawAnnouncement(
                heading(Ids.next().toString(), false, null),
                new Times(now.plus(HOUR), now.plus(HOUR), now.plus(HOUR.multipliedBy(2)), now),
                good.seats(),
                good.publicSource(),
                good.rules(),
                good.pool(),
                Ids.next().toString());
    }

    private static Heading heading(
            String plan, boolean namesPublished, @Nullable Predecessor predecessor) {
        return new Heading(
                "assessor",
                "考评员随机抽取",
                new Subject("plan", plan),
                new Place(HANGZHOU, BODY),
                DrawFixtures.heading().basis(),
                namesPublished,
                predecessor);
    }

    private DrawAnnouncement again(DrawAnnouncement before, @Nullable Predecessor predecessor) {
        var fresh = announcement();
        return new DrawAnnouncement(
                heading(before.heading().subject().id(), false, predecessor),
                fresh.times(),
                fresh.seats(),
                fresh.publicSource(),
                fresh.rules(),
                fresh.pool(),
                fresh.clientKey());
    }

    private static DrawAnnouncement with(
            DrawAnnouncement before, boolean namesPublished, Duration closedFor) {
        var times = before.times();
        return new DrawAnnouncement(
                heading(before.heading().subject().id(), namesPublished, null),
                new Times(
                        times.commitBy(),
                        times.publicValueFrom(),
                        times.revealBy(),
                        times.openFrom().plus(closedFor)),
                before.seats(),
                before.publicSource(),
                before.rules(),
                before.pool(),
                before.clientKey());
    }

    private void commitBoth(DrawId id) {
        draws.commit(CENTRE, id, Party.A, draws.commitment(CENTRE, id, Party.A, SECRET_A));
        draws.commit(
                HEAD_OF_BODY, id, Party.B, draws.commitment(HEAD_OF_BODY, id, Party.B, SECRET_B));
    }

    private void takeAllSteps(DrawId id) {
        commitBoth(id);
        clock.moveTo(draws.find(CENTRE, id).announcement().times().publicValueFrom());
        draws.fixPublicValue(COLLEAGUE, id, VALUE, REFERENCE);
        draws.reveal(CENTRE, id, Party.A, SECRET_A);
        draws.reveal(HEAD_OF_BODY, id, Party.B, SECRET_B);
        draws.draw(CENTRE, id);
    }

    private List<DrawId> listed(Actor actor) {
        return draws.list(actor, DrawFilter.everything(), new Paging(1, 200)).rows().stream()
                .map(DrawRow::id)
                .toList();
    }

    private List<String> actsOn(DrawId id) {
        return jdbc.sql("select code from audit.act where subject_type = 'draw' and subject_id = ?")
                .param(id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
