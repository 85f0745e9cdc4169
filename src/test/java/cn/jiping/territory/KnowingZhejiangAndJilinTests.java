package cn.jiping.territory;

import static cn.jiping.territory.TerritoryFixtures.code;
import static cn.jiping.territory.TerritoryFixtures.codes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.DivisionCode;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(TestDatabase.class)
class KnowingZhejiangAndJilinTests {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate HANGZHOU_REDRAWN = LocalDate.of(2021, 4, 9);
    private static final LocalDate GONGZHULING_MOVED = LocalDate.of(2020, 6, 19);
    private static final DivisionCode ZHEJIANG = code("330000");
    private static final DivisionCode JILIN = code("220000");
    private static final DivisionCode HANGZHOU = code("330100");
    private static final DivisionCode CHANGCHUN = code("220100");
    private static final DivisionCode SIPING = code("220300");

    @Autowired Territories territories;
    @Autowired TerritoryStore store;

    @Test
    void zhejiangHasElevenCitiesAndNinetyCounties() {
        assertThat(territories.children(ZHEJIANG, TODAY)).hasSize(11);
        assertThat(countiesOf(ZHEJIANG, TODAY)).hasSize(90);
    }

    @Test
    void jilinHasNineCitiesTheAuthorityOfChangbaiMountainAndSixtyCounties() {
        assertThat(territories.children(JILIN, TODAY))
                .filteredOn(division -> !division.ownCode())
                .hasSize(9);
        assertThat(territories.children(JILIN, TODAY))
                .filteredOn(Division::ownCode)
                .extracting(Division::code, Division::name, Division::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                code("22L001"), "长白山保护开发区管委会", DivisionLevel.CITY));
        assertThat(countiesOf(JILIN, TODAY)).hasSize(60);
    }

    @Test
    void todaysTreeIsTheOfficialListAndChangbaiMountain() throws IOException {
        var official = new ArrayList<>(officialList());
        official.add("22L001,长白山保护开发区管委会,CITY,220000");

        assertThat(territories.all(TODAY))
                .map(d ->
                        "%s,%s,%s,%s"
                                .formatted(
                                        d.code(),
                                        d.name(),
                                        d.level(),
                                        d.parent() == null ? "" : d.parent()))
                .containsExactlyInAnyOrderElementsOf(official);
    }

    private static List<String> officialList() throws IOException {
        return new ClassPathResource("territory/divisions.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
    }

    private List<Division> countiesOf(DivisionCode province, LocalDate on) {
        return territories.children(province, on).stream()
                .flatMap(city -> territories.children(city.code(), on).stream())
                .toList();
    }

    @Test
    void namesAPlaceInFull() {
        assertThat(territories.fullName(code("330106"), TODAY)).isEqualTo("浙江省 · 杭州市 · 西湖区");
        assertThat(territories.fullName(code("330103"), TODAY)).isEqualTo("下城区");
        assertThat(territories.fullName(code("330103"), HANGZHOU_REDRAWN.minusDays(1)))
                .isEqualTo("浙江省 · 杭州市 · 下城区");
    }

    @Test
    void findsByPartOfTheNameOrByCode() {
        assertThat(territories.search("朝阳", TODAY))
                .extracting(Division::name)
                .containsExactly("朝阳区");
        assertThat(territories.search("江干", TODAY)).isEmpty();
        assertThat(territories.searchEver("江干", LocalDate.of(2024, 1, 1)))
                .extracting(Division::code)
                .containsExactly(code("330104"));
        assertThat(territories.search("330106", TODAY))
                .extracting(Division::name)
                .containsExactly("西湖区");
    }

    @Test
    void marksAuthorisedCounties() {
        assertThat(territories.all(TODAY))
                .filteredOn(Division::authorised)
                .extracting(Division::name)
                .containsExactly("梅河口市");
        assertThat(territories.all(GONGZHULING_MOVED.minusDays(1)))
                .filteredOn(Division::authorised)
                .extracting(Division::name)
                .containsExactly("公主岭市", "梅河口市");
    }

    @Nested
    class WhenHangzhouWasRedrawn {
        @Test
        void theDayBeforeTheOldDistrictsAnswer() {
            var before = HANGZHOU_REDRAWN.minusDays(1);

            assertThat(namesIn(before)).contains("下城区", "江干区").doesNotContain("临平区", "钱塘区");
            assertThat(territories.jurisdictionOf(code("330105"), before))
                    .containsExactly(code("330105"));
            assertThat(territories.jurisdictionOf(HANGZHOU, before)).contains(code("330103"));
        }

        @Test
        void onTheDayAndTheDayAfterTheNewDistrictsAnswer() {
            for (var day : List.of(HANGZHOU_REDRAWN, HANGZHOU_REDRAWN.plusDays(1))) {
                assertThat(namesIn(day)).contains("临平区", "钱塘区").doesNotContain("下城区", "江干区");
                assertThat(territories.jurisdictionOf(code("330105"), day))
                        .isEqualTo(codes("330103", "330105"));
                assertThat(territories.jurisdictionOf(code("330102"), day))
                        .isEqualTo(codes("330102", "330104"));
                assertThat(territories.jurisdictionOf(code("330114"), day))
                        .isEqualTo(codes("330114"));
                assertThat(territories.jurisdictionOf(code("330110"), day))
                        .isEqualTo(codes("330110"));
            }
        }

        @Test
        void theHistoryTellsWhatCameFromWhere() {
            assertThat(territories.changes(code("330114")))
                    .filteredOn(change -> change.fact() instanceof DivisionChange.Ceded)
                    .extracting(DivisionChange::code)
                    .containsExactly(code("330104"), code("330109"));
        }

        private List<String> namesIn(LocalDate day) {
            return territories.children(HANGZHOU, day).stream().map(Division::name).toList();
        }
    }

    @Nested
    class WhenGongzhulingMoved {
        @Test
        void theDayBeforeItsCasesBelongToSiping() {
            var before = GONGZHULING_MOVED.minusDays(1);

            assertThat(territories.jurisdictionOf(SIPING, before)).contains(code("220381"));
            assertThat(territories.jurisdictionOf(CHANGCHUN, before))
                    .doesNotContain(code("220381"), code("220184"));
        }

        @Test
        void onTheDayAndTheDayAfterTheyBelongToChangchun() {
            for (var day : List.of(GONGZHULING_MOVED, GONGZHULING_MOVED.plusDays(1), TODAY)) {
                assertThat(territories.jurisdictionOf(CHANGCHUN, day))
                        .contains(code("220381"), code("220184"));
                assertThat(territories.jurisdictionOf(SIPING, day)).doesNotContain(code("220381"));
            }
        }

        @Test
        void theDayIsMarkedAsOurAssumption() {
            assertThat(territories.changes(code("220381")).getLast().decree())
                    .returns(GONGZHULING_MOVED, Decree::on)
                    .returns(true, Decree::dayAssumed);
        }
    }

    @Nested
    class OnEveryDayFrom2015To2030 {
        private final DivisionTree tree =
                DivisionTree.of(store.loadRevision().value(), store.loadChanges());

        @Test
        void theProvincesDivideAllCodesBetweenThem() {
            for (var day : days()) {
                var zhejiang = tree.jurisdictionOf(ZHEJIANG, day);
                var jilin = tree.jurisdictionOf(JILIN, day);

                assertThat(zhejiang).doesNotContainAnyElementsOf(jilin);
                assertThat(zhejiang.size() + jilin.size()).isEqualTo(knownBy(day).size());
            }
        }

        @Test
        void everyPlaceLiesInOneHigherPlaceInForce() {
            for (var day : days()) {
                var all = tree.all(day);

                assertThat(all).extracting(Division::code).doesNotHaveDuplicates();
                assertThat(all)
                        .allMatch(d -> tree.lineOf(d.code(), day).getFirst().parent() == null);
            }
        }

        @Test
        void noCodeLiesInTwoSiblingJurisdictions() {
            for (var day : days()) {
                for (var province : tree.childrenOf(null, day)) {
                    requireDisjoint(tree.childrenOf(province.code(), day), day);
                }
            }
        }

        @Test
        void noCodeLiesInTwoCounties() {
            for (var day : days()) {
                if (day.getDayOfMonth() % 9 == 0) {
                    requireDisjoint(
                            tree.all(day).stream()
                                    .filter(d -> d.level() == DivisionLevel.COUNTY)
                                    .toList(),
                            day);
                }
            }
        }

        private static List<LocalDate> days() {
            return LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)).toList();
        }

        private Set<DivisionCode> knownBy(LocalDate day) {
            return tree.everNamed("", LocalDate.of(2024, 1, 1)).stream()
                    .filter(d -> d.from() == null || !d.from().isAfter(day))
                    .map(Division::code)
                    .collect(Collectors.toSet());
        }

        private void requireDisjoint(List<Division> siblings, LocalDate day) {
            var seen = new HashSet<DivisionCode>();
            for (var sibling : siblings) {
                for (var code : tree.jurisdictionOf(sibling.code(), day)) {
                    assertThat(seen.add(code)).as("%s on %s", code, day).isTrue();
                }
            }
        }
    }
}
