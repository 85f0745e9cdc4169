package cn.jiping.territory;

import static cn.jiping.territory.TerritoryFixtures.ADMINISTRATOR;
import static cn.jiping.territory.TerritoryFixtures.DAY;
import static cn.jiping.territory.TerritoryFixtures.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import cn.jiping.territory.Adjustment.Move;
import cn.jiping.territory.Adjustment.Rename;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(TestDatabase.class)
class AdministeringTerritoryTests {
    private static final DivisionCode QUZHOU = code("330800");
    private static final DivisionCode LONGYOU = code("330825");
    private static final DivisionCode JINHUA = code("330700");
    private static final LocalDate FAR = LocalDate.of(2090, 1, 1);

    @Autowired Territories territories;
    @Autowired JdbcClient jdbc;

    @Test
    void recordsARenamingWithItsBasisAndWritesItDown(AssertablePublishedEvents events) {
        var place = code("330822");

        var decree = territories.adjust(ADMINISTRATOR, new Rename(place, "常山市"), DAY, "民政部批复");

        assertThat(territories.find(place, DAY).orElseThrow().name()).isEqualTo("常山市");
        assertThat(territories.changes(place).getLast().decree())
                .returns("民政部批复", Decree::basis)
                .returns("管理员", Decree::recordedBy);
        assertThat(actsOn(decree)).containsExactly("territory.adjusted");
        assertThat(events)
                .contains(TerritoryEvent.Adjusted.class)
                .matching(e -> e.on().equals(DAY));
    }

    @Test
    void refusesAnAdministratorWhoseScopeHoldsOnlyOneSide() {
        var ofJinhua =
                new Actor(
                        AccountId.next(),
                        PersonId.next(),
                        "金华管理员",
                        Role.ADMINISTRATOR,
                        "",
                        Scope.ofDivisions(Set.of(JINHUA)),
                        "127.0.0.1");
        var before = territories.changes(LONGYOU);

        for (var adjustment :
                List.of(
                        new Adjustment.Move(LONGYOU, JINHUA, null),
                        new Rename(LONGYOU, "龙游市"),
                        new Adjustment.Cede(JINHUA, QUZHOU))) {
            assertThatExceptionOfType(TerritoryRefused.class)
                    .isThrownBy(() -> territories.adjust(ofJinhua, adjustment, FAR, "批复"))
                    .returns("territory.outside-scope", TerritoryRefused::code);
        }
        assertThat(territories.changes(LONGYOU)).isEqualTo(before);
    }

    private List<String> actsOn(UUID decree) {
        return jdbc.sql("select code from audit.act where subject_id = :decree")
                .param("decree", decree.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void showsBeforehandWhatAMoveWouldShiftAndDoesJustThat() {
        var move = new Move(LONGYOU, JINHUA, code("330785"));

        var preview = territories.preview(move, FAR);
        territories.adjust(ADMINISTRATOR, move, FAR, "批复", preview.revision());

        assertThat(preview.shifts())
                .extracting(Shift::place)
                .contains(QUZHOU, JINHUA, LONGYOU, code("330785"));
        assertThat(territories.jurisdictionOf(JINHUA, FAR)).contains(LONGYOU);
        assertThat(territories.jurisdictionOf(JINHUA, FAR.minusDays(1))).doesNotContain(LONGYOU);
    }

    @Test
    void refusesTheSecondOfTwoWhoConfirmTheSamePreview() {
        var place = code("331022");
        var seen = territories.preview(new Rename(place, "三门市"), DAY).revision();
        territories.adjust(ADMINISTRATOR, new Rename(place, "三门市"), DAY, "甲", seen);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() ->
                        territories.adjust(ADMINISTRATOR, new Rename(place, "三门区"), DAY, "乙", seen))
                .satisfies(stale ->
                        assertThat(stale.changes())
                                .containsExactly(new Stale.Change("territory.decree", "甲", "乙")));
    }

    @Test
    void ofManyAtOnceOneWinsAndTheOthersAreTold() throws InterruptedException {
        var place = code("331023");
        var seen = territories.preview(new Rename(place, "天台市"), DAY).revision();
        List<Callable<Boolean>> attempts =
                IntStream.range(0, 8)
                        .mapToObj(i -> attempt(place, "天台" + (char) ('甲' + i), seen))
                        .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(attempts)).filteredOn(Future::resultNow).hasSize(1);
        }
        assertThat(territories.changes(place)).hasSize(2);
    }

    private Callable<Boolean> attempt(DivisionCode place, String name, UUID seen) {
        return () -> {
            try {
                territories.adjust(ADMINISTRATOR, new Rename(place, name), DAY, "批复", seen);
                return true;
            } catch (Stale _) {
                return false;
            }
        };
    }

    @Test
    void withdrawsWhatIsPlannedButNotWhatIsInForce() {
        var place = code("331024");
        var planned = territories.adjust(ADMINISTRATOR, new Rename(place, "仙居市"), FAR, "批复");
        var revision = territories.decree(planned).orElseThrow().revision();

        territories.withdraw(ADMINISTRATOR, planned, "批复作废", revision);

        assertThat(territories.find(place, FAR).orElseThrow().name()).isEqualTo("仙居县");
        var done = territories.adjust(ADMINISTRATOR, new Rename(place, "仙居市"), DAY, "批复");
        assertThatExceptionOfType(TerritoryRefused.class)
                .isThrownBy(() -> territories.withdraw(ADMINISTRATOR, done, "误", done))
                .returns("territory.already-in-force", TerritoryRefused::code);
    }

    @Test
    void remembersWhoWithdrewWhatAndWhy() {
        var place = code("331023");
        var planned = territories.adjust(ADMINISTRATOR, new Rename(place, "天台市"), FAR, "批复");
        var revision = territories.decree(planned).orElseThrow().revision();

        territories.withdraw(ADMINISTRATOR, planned, "批复作废", revision);

        var recorded = territories.decree(planned).orElseThrow();
        assertThat(recorded.planned()).isFalse();
        assertThat(territories.changes(place)).noneMatch(c -> c.decree().id().equals(planned));
        assertThat(territories.withdrawn(place))
                .singleElement()
                .satisfies(withdrawn -> {
                    assertThat(withdrawn.change()).isEqualTo(recorded.changes().getFirst());
                    assertThat(withdrawn.withdrawal()).isEqualTo(recorded.withdrawal());
                    assertThat(withdrawn.withdrawal().reason()).isEqualTo("批复作废");
                    assertThat(withdrawn.withdrawal().by()).isEqualTo(ADMINISTRATOR.name());
                });
    }

    @Test
    void namesAPlaceAsItIsTodayUntilItsNewNameHolds() {
        var place = code("330182");
        territories.adjust(ADMINISTRATOR, new Rename(place, "建德新城"), FAR, "批复");

        assertThat(territories.findEver(place).orElseThrow().name()).isEqualTo("建德市");
        assertThat(territories.searchEver("建德新城", FAR.minusDays(1)))
                .extracting(Division::name)
                .containsExactly("建德市");
        assertThat(territories.findEver(place, FAR).orElseThrow().name()).isEqualTo("建德新城");
    }

    @Test
    void isForAdministratorsOnly() {
        assertThatExceptionOfType(TerritoryRefused.class)
                .isThrownBy(() ->
                        territories.adjust(
                                Actor.anybody("10.0.0.1"), new Rename(QUZHOU, "衢城市"), DAY, "批复"))
                .returns("territory.not-administrator", TerritoryRefused::code);
    }

    @Test
    void asksForABasisAndAPossibleDay() {
        var rename = new Rename(QUZHOU, "衢城市");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> territories.adjust(ADMINISTRATOR, rename, DAY, "  "));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> territories.preview(rename, LocalDate.MAX));
    }
}
