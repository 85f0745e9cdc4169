package cn.jiping.territory;

import static cn.jiping.territory.TerritoryFixtures.DAY;
import static cn.jiping.territory.TerritoryFixtures.EAST_CITY;
import static cn.jiping.territory.TerritoryFixtures.HILL;
import static cn.jiping.territory.TerritoryFixtures.LAKE;
import static cn.jiping.territory.TerritoryFixtures.MINE;
import static cn.jiping.territory.TerritoryFixtures.NEW;
import static cn.jiping.territory.TerritoryFixtures.PROVINCE;
import static cn.jiping.territory.TerritoryFixtures.WEST_CITY;
import static cn.jiping.territory.TerritoryFixtures.after;
import static cn.jiping.territory.TerritoryFixtures.code;
import static cn.jiping.territory.TerritoryFixtures.smallProvince;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.territory.Adjustment.Authorise;
import cn.jiping.territory.Adjustment.Cede;
import cn.jiping.territory.Adjustment.Found;
import cn.jiping.territory.Adjustment.Founding;
import cn.jiping.territory.Adjustment.Merge;
import cn.jiping.territory.Adjustment.Move;
import cn.jiping.territory.Adjustment.Rename;
import cn.jiping.territory.Adjustment.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdjustingTheTreeTests {
    private final DivisionTree tree = smallProvince();

    @Test
    void renamesFromTheDayOn() {
        var renamed = after(tree, DAY, new Rename(LAKE, "大湖区"));

        assertThat(renamed.find(LAKE, DAY.minusDays(1)).orElseThrow().name()).isEqualTo("湖区");
        assertThat(renamed.find(LAKE, DAY).orElseThrow().name()).isEqualTo("大湖区");
        assertThat(renamed.find(LAKE, DAY.plusDays(1)).orElseThrow().name()).isEqualTo("大湖区");
    }

    @Test
    void aMergedPlaceEndsAndItsCasesPassToTheHeir() {
        var merged = after(tree, DAY, new Merge(Set.of(HILL), LAKE, null));

        assertThat(merged.find(HILL, DAY.minusDays(1))).isPresent();
        assertThat(merged.find(HILL, DAY)).isEmpty();
        assertThat(merged.jurisdictionOf(LAKE, DAY.minusDays(1))).containsExactly(LAKE);
        assertThat(merged.jurisdictionOf(LAKE, DAY)).containsExactly(LAKE, HILL);
        assertThat(merged.jurisdictionOf(HILL, DAY)).isEmpty();
    }

    @Test
    void twoPlacesMergeIntoANewOne() {
        var merged = after(tree, DAY, new Merge(Set.of(HILL, LAKE), NEW, "湖山区"));

        assertThat(merged.childrenOf(EAST_CITY, DAY))
                .extracting(Division::name)
                .containsExactly("湖山区");
        assertThat(merged.jurisdictionOf(NEW, DAY)).containsExactly(LAKE, HILL, NEW);
    }

    @Test
    void aMergedCityTakesItsCountiesAlong() {
        var merged = after(tree, DAY, new Merge(Set.of(WEST_CITY), EAST_CITY, null));

        assertThat(merged.childrenOf(EAST_CITY, DAY))
                .extracting(Division::code)
                .containsExactly(LAKE, HILL, MINE);
        assertThat(merged.jurisdictionOf(EAST_CITY, DAY))
                .containsExactly(EAST_CITY, LAKE, HILL, WEST_CITY, MINE);
    }

    @Test
    void aSplitPlaceThatGoesOnKeepsItsCases() {
        var split = after(tree, DAY, new Split(LAKE, List.of(new Founding(NEW, "新区")), null));

        assertThat(split.jurisdictionOf(LAKE, DAY)).containsExactly(LAKE);
        assertThat(split.jurisdictionOf(NEW, DAY)).containsExactly(NEW);
        assertThat(split.changesOf(NEW)).hasSize(2);
    }

    @Test
    void aSplitPlaceThatEndsHasOneHeirOnly() {
        var parts = List.of(new Founding(NEW, "南区"), new Founding(code("990198"), "北区"));

        var split = after(tree, DAY, new Split(LAKE, parts, NEW));

        assertThat(split.jurisdictionOf(NEW, DAY)).containsExactly(LAKE, NEW);
        assertThat(split.jurisdictionOf(code("990198"), DAY)).containsExactly(code("990198"));
    }

    @Test
    void aPlaceThatMovesTakesItsCasesAlong() {
        var moved = after(tree, DAY, new Move(MINE, EAST_CITY, null));

        assertThat(moved.jurisdictionOf(EAST_CITY, DAY)).contains(MINE);
        assertThat(moved.jurisdictionOf(WEST_CITY, DAY)).containsExactly(WEST_CITY);
        assertThat(moved.jurisdictionOf(WEST_CITY, DAY.minusDays(1))).contains(MINE);
    }

    @Test
    void aPlaceThatMovesUnderANewCodeTakesThoseOfTheOldAlong() {
        var moved = after(tree, DAY, new Move(MINE, EAST_CITY, NEW));

        assertThat(moved.find(NEW, DAY).orElseThrow().name()).isEqualTo("矿县");
        assertThat(moved.jurisdictionOf(EAST_CITY, DAY)).contains(MINE, NEW);
        assertThat(moved.jurisdictionOf(WEST_CITY, DAY)).containsExactly(WEST_CITY);
    }

    @Test
    void successionPassesThroughSeveralHeirs() {
        var once = after(tree, DAY, new Merge(Set.of(HILL), LAKE, null));
        var twice = after(once, DAY.plusYears(1), new Move(LAKE, WEST_CITY, NEW));

        assertThat(twice.jurisdictionOf(NEW, DAY.plusYears(1))).containsExactly(LAKE, HILL, NEW);
        assertThat(twice.jurisdictionOf(LAKE, DAY)).containsExactly(LAKE, HILL);
    }

    @Test
    void landCededWithoutACodeMovesNoCases() {
        var ceded = after(tree, DAY, new Cede(LAKE, HILL));

        assertThat(tree.shiftsTo(ceded, DAY)).isEmpty();
        assertThat(ceded.changesOf(HILL)).hasSize(2);
    }

    @Test
    void anAuthorisedCountyIsMarkedFromTheDayOn() {
        var marked = after(tree, DAY, new Authorise(MINE, true));
        var unmarked = after(marked, DAY.plusYears(1), new Authorise(MINE, false));

        assertThat(unmarked.find(MINE, DAY.minusDays(1)).orElseThrow().authorised()).isFalse();
        assertThat(unmarked.find(MINE, DAY).orElseThrow().authorised()).isTrue();
        assertThat(unmarked.find(MINE, DAY.plusYears(1)).orElseThrow().authorised()).isFalse();
    }

    @Test
    void aChangeOfThePastFitsBeneathALaterOne() {
        var later = after(tree, DAY, new Rename(LAKE, "大湖区"));
        var both = after(later, DAY.minusYears(1), new Rename(LAKE, "小湖区"));

        assertThat(both.find(LAKE, DAY.minusDays(1)).orElseThrow().name()).isEqualTo("小湖区");
        assertThat(both.find(LAKE, DAY).orElseThrow().name()).isEqualTo("大湖区");
    }

    @Test
    void anOwnCodeIsMarked() {
        var code = code("99L001");

        var founded =
                after(
                        tree,
                        DAY,
                        new Found(new Founding(code, "保护区管委会"), DivisionLevel.CITY, PROVINCE));

        assertThat(founded.find(code, DAY).orElseThrow().ownCode()).isTrue();
    }

    @Test
    void showsWhoseScopeShifts() {
        var moved = after(tree, DAY, new Move(MINE, EAST_CITY, NEW));

        var shifts = tree.shiftsTo(moved, DAY);

        assertThat(shifts)
                .extracting(Shift::place)
                .containsExactly(PROVINCE, EAST_CITY, NEW, WEST_CITY, MINE);
        assertThat(shifts.get(1).gained()).containsExactly(NEW, MINE);
        assertThat(shifts.get(3).lost()).containsExactly(MINE);
    }

    @Nested
    class AreRefused {
        @Test
        void whereThePlaceIsNotInForce() {
            var merged = after(tree, DAY, new Merge(Set.of(HILL), LAKE, null));

            refused("territory.not-in-force", merged, DAY, new Rename(HILL, "小山区"));
            refused("territory.not-in-force", tree, DAY, new Rename(NEW, "新区"));
        }

        @Test
        void whereACodeWasUsedBefore() {
            var merged = after(tree, DAY, new Merge(Set.of(HILL), LAKE, null));

            refused(
                    "territory.code-used",
                    merged,
                    DAY.plusYears(1),
                    new Split(LAKE, List.of(new Founding(HILL, "山区")), null));
        }

        @Test
        void whereALaterDecreeRestsOnThePlace() {
            var renamed = after(tree, DAY, new Rename(HILL, "小山区"));

            refused(
                    "territory.not-in-force",
                    renamed,
                    DAY.minusDays(1),
                    new Merge(Set.of(HILL), LAKE, null));
        }

        @Test
        void whereTheHeirIsNotInForce() {
            refused("territory.heir-not-in-force", tree, DAY, new Merge(Set.of(HILL), NEW, null));
        }

        @Test
        void whereTwoThingsHappenToOnePlaceOnOneDay() {
            var renamed = after(tree, DAY, new Rename(HILL, "小山区"));

            refused("territory.twice-on-one-day", renamed, DAY, new Rename(HILL, "大山区"));
        }

        @Test
        void whereALevelWouldLieBelowALowerOne() {
            refused("territory.wrong-level", tree, DAY, new Move(WEST_CITY, MINE, null));
            refused("territory.wrong-level", tree, DAY, new Move(MINE, LAKE, null));
            refused(
                    "territory.province-under-another",
                    tree,
                    DAY,
                    new Move(PROVINCE, EAST_CITY, null));
        }

        @Test
        void whereTwoPlacesOfOneParentWouldBearOneName() {
            refused("territory.name-taken", tree, DAY, new Rename(HILL, "湖区"));
        }

        @Test
        void whereNothingWouldChange() {
            refused("territory.nothing-changes", tree, DAY, new Rename(HILL, "山区"));
            refused("territory.nothing-changes", tree, DAY, new Move(HILL, EAST_CITY, null));
            refused("territory.nothing-changes", tree, DAY, new Authorise(HILL, false));
        }

        @Test
        void whenWithdrawnWhileALaterDecreeRestsOnThem() {
            var split = after(tree, DAY, new Split(LAKE, List.of(new Founding(NEW, "新区")), null));
            var renamed = after(split, DAY.plusDays(1), new Rename(NEW, "新城区"));
            UUID decree = renamed.changesOf(NEW).getFirst().decree().id();

            assertThatExceptionOfType(TerritoryRefused.class)
                    .isThrownBy(() -> renamed.without(decree))
                    .returns("territory.not-in-force", TerritoryRefused::code);
        }

        private void refused(String code, DivisionTree tree, LocalDate on, Adjustment adjustment) {
            assertThatExceptionOfType(TerritoryRefused.class)
                    .isThrownBy(() -> after(tree, on, adjustment))
                    .returns(code, TerritoryRefused::code);
        }
    }
}
