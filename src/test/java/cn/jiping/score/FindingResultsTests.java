package cn.jiping.score;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.score.Marking.READER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import cn.jiping.testing.PagesAs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class FindingResultsTests extends AfterTheExamination {
    private static final ResultFilter ANY =
            new ResultFilter("", null, ResultFilter.Column.NAME, false);

    @Test
    void isFoundByWordsAndOutcomePageByPage() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, "缺考", 40), row(1, "缺考", "缺考", "缺考"));
        release();
        var half = seats.getFirst().name();
        var absent = seats.getLast().name();

        assertThat(names("", ResultState.KEPT)).containsExactly(half);
        assertThat(names("", ResultState.ABSENT)).containsExactly(absent);
        assertThat(names("", ResultState.PASSED)).isEmpty();
        assertThat(names("", ResultState.FAILED)).isEmpty();
        assertThat(names(absent, null)).containsExactly(absent);
        assertThat(names("保安", null)).hasSize(2);
        assertThat(names("%", null)).isEmpty();
        assertThat(found(CITY, ANY, new Paging(2, 1)).rows()).hasSize(1);
        assertThat(found(OTHER_CITY, ANY, new Paging(1, 20)).total()).isZero();
        assertThat(found(CITY, ANY, new Paging(1, 20)).rows())
                .allSatisfy(one -> assertThat(names(one.name(), one.state())).hasSize(1));
    }

    @Test
    void isFoundOnThePageOfTheCityAndInItsFile() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, "缺考", 40), row(1, "缺考", "缺考", "缺考"));
        release();
        var half = seats.getFirst().name();
        var absent = seats.getLast().name();

        assertThat(asked(CITY, "")).bodyText().contains("2 人", half + "<", absent + "<");
        assertThat(asked(CITY, "?state=KEPT&sort=-name&page=9"))
                .bodyText()
                .contains("1 人")
                .doesNotContain(absent + "<");
        assertThat(asked(CITY, "?state=KEPT")).bodyText().contains(half + "<");
        assertThat(asked(CITY, "?q=" + absent))
                .bodyText()
                .contains("1 人", absent + "<")
                .doesNotContain(half + "<");
        assertThat(asked(CITY, "?state=PASSED")).bodyText().contains("0 人");
        assertThat(exported("")).isEqualTo(2);
        assertThat(exported("?state=KEPT")).isEqualTo(1);
        assertThat(exported("?q=" + absent + "&state=KEPT")).isZero();
        assertThat(asked(OTHER_CITY, "?state=KEPT")).hasStatus(404);
        assertThat(asked(OTHER_CITY, "/export?state=KEPT")).hasStatus(404);
    }

    private MvcTestResult asked(Actor actor, String what) {
        return PagesAs.actor(context, actor)
                .get()
                .uri("/authority/scores/" + session + "/330100" + what)
                .exchange();
    }

    /** Rows below the heading. */
    private int exported(String what) throws IOException {
        var file = asked(CITY, "/export" + what).getResponse().getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheetAt(0).getLastRowNum();
        }
    }

    private Slice<ResultView> found(Actor actor, ResultFilter filter, Paging paging) {
        return scores.results(actor, session, HANGZHOU, filter, paging);
    }

    private List<String> names(String text, @Nullable ResultState state) {
        var filter = new ResultFilter(text, state, ResultFilter.Column.OUTCOME, true);
        var exported = new ArrayList<ResultView>();
        scores.export(CITY, session, HANGZHOU, filter, exported::add);
        assertThat(found(CITY, filter, new Paging(1, 20)).rows()).isEqualTo(exported);
        return exported.stream().map(ResultView::name).toList();
    }
}
