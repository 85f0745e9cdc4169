package cn.jiping.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jiping.catalog.OccupationFilter.Column;
import cn.jiping.catalog.OccupationFilter.Status;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue as people search it; numbers and days are typed from the documents. */
class LookingUpOccupationsTests {
    private static final Jurisdiction ZHEJIANG = new Jurisdiction("33");
    private static final Jurisdiction JILIN = new Jurisdiction("22");
    private static final LocalDate IN_2024 = LocalDate.of(2024, 3, 12);

    private final Occupations occupations = new Occupations(ProgramBook.inForce());

    @ParameterizedTest
    @CsvSource({
        "焊工, 焊工",
        "焊, 焊工",
        "hg, 焊工",
        "HG, 焊工",
        "hangong, 焊工",
        "hang, 焊工",
        "dg, 电工",
        "chegong, 车工",
        "cg, 车工",
        "cheg, 车工",
        "zsp, 中式烹调师",
        "xsm, 西式面点师",
        "zhongshi, 中式面点师",
        "nüwang, ''",
        "lvdianjie, 铝电解工",
        "涉外, 秘书（涉外秘书）",
        "(粮油)仓储, (粮油) 仓储管理员",
        "仓储管理, (粮油) 仓储管理员",
        "智能楼宇, 智能楼宇管理员"
    })
    void findsByNamePartInitialsOrSpelling(String typed, String found) {
        var names = names(typed);

        assertThat(names.contains(found)).as("%s", names).isEqualTo(!found.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "tiaoshi, 广电和通信设备调试工, true",
        "diaoshi, 广电和通信设备调试工, true",
        "zhongye, 重冶金法冶炼工, true",
        "chongye, 重冶金法冶炼工, true",
        "zx, 整经工, false",
        "gg, 整经工, false"
    })
    void knowsEveryReadingOfACharacter(String typed, String name, boolean held) {
        assertThat(Spelling.of(name).holds(typed)).isEqualTo(held);
    }

    @Test
    void findsNothingForLettersThatSpellNoName() {
        assertThat(names("xyzzy")).isEmpty();
        assertThat(names("x".repeat(60))).isEmpty();
        assertThat(names("' or '1'='1")).isEmpty();
    }

    @Test
    void findsTheOccupationsOfANumberedCategory() {
        assertThat(names("21")).containsExactly("车工", "铣工", "钳工", "磨工", "冲压工", "电切削工");
        assertThat(names("76")).containsExactly("消防员", "应急救援员", "森林消防员");
        assertThat(names("77")).isEmpty();
    }

    @Test
    void findsAnOccupationByItsCodeAndThoseOfAGroupByItsBeginning() {
        assertThat(names("6-18-02-04")).containsExactly("焊工");
        assertThat(names("4-03-02"))
                .containsExactlyInAnyOrder("中式烹调师", "中式面点师", "西式烹调师", "西式面点师", "茶艺师");
        assertThat(names("9-99-99-99")).isEmpty();
    }

    @Test
    void saysThatACodeIsOfNoDocument() {
        assertThat(occupations.one("焊工", ZHEJIANG, IN_2024).code())
                .returns(new OccupationCode("6-18-02-04"), CodeOfOccupation::code)
                .satisfies(code -> assertThat(code.source()).isInstanceOf(Source.Practice.class));
        assertThat(occupations.one("心理咨询师", ZHEJIANG, IN_2024).code()).isNull();
    }

    @Test
    void listsTheAnnexAndTheThirteenNamedElsewhere() {
        var all = occupations.list(OccupationFilter.everything(ZHEJIANG, IN_2024));

        assertThat(all).hasSize(192 + 13);
        assertThat(all.getFirst().occupation().name()).isEqualTo("设备点检员");
        assertThat(all.getLast().number()).isEqualTo(205);
    }

    @ParameterizedTest
    @CsvSource({
        "33, 2020-07-20, LEVEL_EVALUATION, 0",
        "33, 2020-07-21, LEVEL_EVALUATION, 192",
        "33, 2020-08-25, ACCESS, 0",
        "33, 2020-08-26, ACCESS, 8",
        "33, 2020-09-29, EXITED, 0",
        "33, 2020-09-30, EXITED, 29",
        "33, 2020-12-30, EXITED, 29",
        "33, 2020-12-31, EXITED, 185",
        "33, 2024-03-12, ACCESS, 8",
        "33, 2024-03-12, CANCELLED, 3",
        "33, 2024-03-12, NEVER, 9",
        "33, 2024-03-12, LEVEL_EVALUATION, 0",
        "22, 2017-05-20, LEVEL_EVALUATION, 11",
        "22, 2017-05-20, CANCELLED, 3",
        "22, 2020-12-31, EXITED, 185",
        "22, 2020-12-31, LEVEL_EVALUATION, 7",
        "22, 2020-12-31, ACCESS, 0"
    })
    void countsThoseOfAStatusOnADay(String place, LocalDate on, Status status, int count) {
        var filter = filter("", new Jurisdiction(place), on, status, null, Column.NUMBER);

        assertThat(occupations.list(filter)).hasSize(count);
    }

    @Test
    void saysWhereNoDocumentSaysAnything() {
        var before = occupations.one("车工", ZHEJIANG, LocalDate.of(2020, 7, 20));

        assertThat(before.status()).isEqualTo(Status.NO_RULE);
        assertThat(before.reasons()).isEmpty();
    }

    @Test
    void listsThoseOfADepartment() {
        var police = filter("", ZHEJIANG, IN_2024, null, "公安部", Column.NUMBER);

        assertThat(names(occupations.list(police))).containsExactly("保安员");
        assertThat(occupations.departments()).contains("公安部", "中国轻工业联合会").doesNotHaveDuplicates();
    }

    @Test
    void putsNamesInTheOrderOfTheirSpelling() {
        var filter = filter("工", ZHEJIANG, IN_2024, null, null, Column.NAME);

        assertThat(names(occupations.list(filter))).startsWith("白酒酿造工", "半导体分立器件和集成电路装调工");
    }

    @Test
    void putsThoseThatLeftFirstBeforeTheOthers() {
        var filter = filter("", ZHEJIANG, IN_2024, null, null, Column.EXIT);

        var all = occupations.list(filter);

        assertThat(all.subList(0, 29))
                .allMatch(row -> LocalDate.of(2020, 9, 30).equals(row.exit()));
        assertThat(all.get(29).exit()).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(all.getLast().exit()).isNull();
    }

    @Test
    void turnsToAnyPageEvenOneThatIsNotThere() {
        var filter = OccupationFilter.everything(ZHEJIANG, IN_2024);

        assertThat(occupations.page(filter, new Paging(11, 20)).rows()).hasSize(5);
        assertThat(occupations.page(filter, new Paging(12, 20)).rows()).isEmpty();
        assertThat(occupations.page(filter, new Paging(1_000_000, 200)).total()).isEqualTo(205);
    }

    @Test
    void saysWhenAnOccupationIsToLeaveAsLongAsItIsIn() {
        var before = occupations.one("车工", ZHEJIANG, LocalDate.of(2020, 9, 29));
        var after = occupations.one("车工", ZHEJIANG, LocalDate.of(2020, 9, 30));

        assertThat(before.leavesOn()).isEqualTo(LocalDate.of(2020, 9, 30));
        assertThat(after.leavesOn()).isNull();
        assertThat(after.standing()).isEqualTo(Standing.exited(LocalDate.of(2020, 9, 30), 1));
    }

    @Test
    void tellsHowAnOccupationStoodThroughTime() {
        var phases = occupations.history(occupation("车工"), ZHEJIANG);

        assertThat(phases)
                .extracting(Phase::from, Phase::until, Phase::status, Phase::kind)
                .containsExactly(
                        phase("2020-07-21", "2020-09-29", Status.LEVEL_EVALUATION, "QUALIFICATION"),
                        phase("2020-09-30", "2022-04-16", Status.EXITED, "SKILL_LEVEL"),
                        phase("2022-04-17", null, Status.EXITED, "SKILL_LEVEL"));
    }

    @Test
    void tellsThatAGuardBecameAccessTypeInZhejiangOnly() {
        assertThat(occupations.history(occupation("保安员"), ZHEJIANG))
                .extracting(Phase::from, Phase::status)
                .startsWith(
                        tuple(LocalDate.of(2020, 7, 21), Status.LEVEL_EVALUATION),
                        tuple(LocalDate.of(2020, 8, 26), Status.ACCESS));
        assertThat(occupations.history(occupation("保安员"), JILIN))
                .extracting(Phase::status)
                .containsExactly(Status.LEVEL_EVALUATION);
    }

    @Test
    void leavesAGapWhereNoDocumentSpeaks() {
        assertThat(occupations.history(occupation("心理咨询师"), JILIN))
                .extracting(Phase::from, Phase::until, Phase::status)
                .containsExactly(
                        tuple(
                                LocalDate.of(2017, 1, 1),
                                LocalDate.of(2017, 12, 31),
                                Status.LEVEL_EVALUATION),
                        tuple(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 7, 20), Status.NO_RULE),
                        tuple(LocalDate.of(2020, 7, 21), null, Status.NEVER));
    }

    @Test
    void everyDayOfAHistoryIsJudgedAsOnThatDay() {
        for (var name : List.of("焊工", "电工", "物流师", "劳动关系协调员", "消防员")) {
            for (var place : List.of(ZHEJIANG, JILIN)) {
                for (var phase : occupations.history(occupation(name), place)) {
                    var end = phase.until() == null ? phase.from().plusYears(9) : phase.until();
                    assertThat(occupations.one(name, place, phase.from()).status())
                            .isEqualTo(phase.status());
                    assertThat(occupations.one(name, place, end).status())
                            .isEqualTo(phase.status());
                }
            }
        }
    }

    @Test
    void anOccupationThatNoDocumentNamesIsNotFound() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> occupations.one("炼丹师", ZHEJIANG, IN_2024));
    }

    @Test
    void namesTheTwoWorkTypesTheDocumentsPrintAndNoOther() {
        var named =
                Catalogue.in(ProgramBook.inForce()).all().stream()
                        .flatMap(each -> occupations.workTypes(each).stream())
                        .toList();

        assertThat(named)
                .containsExactlyInAnyOrder(
                        new WorkType("涉外秘书", new Source.Clause("JL2017-11", "三")),
                        new WorkType("粮油", new Source.Clause("MHRSS2020-80", "附件")));
    }

    @Test
    void namesLevelsOnlyWhereAClauseDoes() {
        var welder = occupation("焊工");
        var kind = EvaluationKind.QUALIFICATION;

        assertThat(occupations.levels(welder, kind, ZHEJIANG, LocalDate.of(2020, 12, 31)))
                .isEmpty();
        assertThat(occupations.levels(welder, kind, ZHEJIANG, LocalDate.of(2021, 1, 1)))
                .extracting(NamedLevels::levels)
                .containsExactly(
                        List.of(SkillLevel.SENIOR_TECHNICIAN),
                        List.of(
                                SkillLevel.JUNIOR,
                                SkillLevel.INTERMEDIATE,
                                SkillLevel.ADVANCED,
                                SkillLevel.TECHNICIAN));
        assertThat(occupations.levels(occupation("消防员"), kind, ZHEJIANG, IN_2024)).isEmpty();
        assertThat(occupations.levels(welder, kind, JILIN, LocalDate.of(2017, 12, 31))).hasSize(1);
        assertThat(occupations.levels(welder, kind, JILIN, LocalDate.of(2018, 1, 1))).isEmpty();
    }

    @Test
    void everySourceOfTheTablesIsAClauseOfItsDocument() {
        var book = ProgramBook.inForce();
        var sources = new HashSet<Source>();
        for (var each : Catalogue.in(book).all()) {
            sources.add(each.source());
            occupations.workTypes(each).forEach(type -> sources.add(type.source()));
            for (var on : List.of(LocalDate.of(2017, 5, 20), IN_2024)) {
                for (var place : List.of(ZHEJIANG, JILIN)) {
                    occupations.levels(each, EvaluationKind.QUALIFICATION, place, on).stream()
                            .map(NamedLevels::source)
                            .forEach(sources::add);
                }
            }
        }
        assertThat(sources).hasSize(7);
        assertThat(sources)
                .allSatisfy(source -> {
                    var clause = (Source.Clause) source;
                    assertThat(
                                    book.document(clause.document())
                                            .flatMap(d -> d.clause(clause.clause())))
                            .isPresent();
                });
    }

    @Test
    void knowsTheProvincesOfTheBookByName() {
        assertThat(Province.in(ProgramBook.inForce()))
                .extracting(Province::name)
                .containsExactly("吉林省", "浙江省");
    }

    private Occupation occupation(String name) {
        return Catalogue.in(ProgramBook.inForce()).require(name);
    }

    private static Tuple phase(String from, @Nullable String until, Status status, String kind) {
        return tuple(
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                status,
                EvaluationKind.valueOf(kind));
    }

    private List<String> names(String typed) {
        return names(occupations.list(filter(typed, ZHEJIANG, IN_2024, null, null, Column.NUMBER)));
    }

    private static List<String> names(List<OccupationView> rows) {
        return rows.stream().map(row -> row.occupation().name()).toList();
    }

    private static OccupationFilter filter(
            String text,
            Jurisdiction place,
            LocalDate on,
            @Nullable Status status,
            @Nullable String department,
            Column column) {
        return new OccupationFilter(text, place, on, status, department, column, false);
    }
}
