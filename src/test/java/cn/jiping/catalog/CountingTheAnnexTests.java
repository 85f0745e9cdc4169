package cn.jiping.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.policy.LawFault;
import cn.jiping.policy.LawFaulty;
import cn.jiping.policy.ProgramBook;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 附件: the totals the document prints, typed from it, and the rows. */
class CountingTheAnnexTests {
    private static final String ANNEX = "catalogue/exit-2020.csv";

    private final Annex annex =
            new Annex(
                    Catalogue.in(ProgramBook.inForce()).all().stream()
                            .filter(occupation -> occupation.exit() != null)
                            .toList());

    @Test
    void findsSeventySixCategoriesAndTheRowsCounted() {
        assertThat(annex.rows()).hasSize(192);
        assertThat(Annex.categories(annex.rows())).isEqualTo(76);
    }

    @Test
    void findsFourteenQualificationsOfTwentyNineOccupationsFirst() {
        var first = annex.leaving(Occupation.Exit.BATCH_1);

        assertThat(Annex.categories(first)).isEqualTo(14);
        assertThat(first).hasSize(29);
    }

    @Test
    void findsSixtySixQualificationsOfHundredFiftySixOccupationsSecond() {
        var second = annex.leaving(Occupation.Exit.BATCH_2);

        assertThat(Annex.categories(second)).isEqualTo(66);
        assertThat(second).hasSize(156);
    }

    @Test
    void findsSevenThatAreToBecomeAccessType() {
        assertThat(annex.leaving(Occupation.Exit.TO_ACCESS))
                .extracting(Occupation::name)
                .containsExactlyInAnyOrder(
                        "保安员", "安检员", "民航乘务员", "机场运行指挥员", "消防员", "应急救援员", "森林消防员");
    }

    @Test
    void refusesABookWhoseRowsDisagreeWithItsTotals() {
        var text = ProgramBook.inForce().files().getOrDefault(ANNEX, "");
        var book = ProgramBook.inForce().amendedBy(Map.of(ANNEX, text.replaceFirst("72,.*\n", "")));

        assertThatExceptionOfType(LawFaulty.class)
                .isThrownBy(() -> Catalogue.in(book))
                .satisfies(faulty ->
                        assertThat(faulty.faults())
                                .containsExactly(
                                        LawFault.of(ANNEX, "total", "first occupations", 29, 28L)));
    }

    @Test
    void refusesARowOfAnUnknownBatch() {
        var text = ProgramBook.inForce().files().getOrDefault(ANNEX, "");
        var book = ProgramBook.inForce().amendedBy(Map.of(ANNEX, text.replace("保障部,1", "保障部,3")));

        assertThatExceptionOfType(LawFaulty.class).isThrownBy(() -> Catalogue.in(book));
    }

    @Test
    void findsANameHoweverItsBracketsArePrinted() {
        var catalogue = Catalogue.in(ProgramBook.inForce());

        assertThat(catalogue.find("（粮油）仓储管理员")).isEqualTo(catalogue.find("(粮油) 仓储管理员"));
        assertThat(catalogue.find("仓储管理员")).isPresent();
        assertThat(catalogue.find("秘书")).isEqualTo(catalogue.find("秘书（涉外秘书）"));
        assertThat(catalogue.find("涉外秘书")).isPresent();
    }
}
