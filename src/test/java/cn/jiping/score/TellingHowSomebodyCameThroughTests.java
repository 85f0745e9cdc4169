package cn.jiping.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists filter and sort by the state in SQL: it must be the one the result itself tells. */
@SpringBootTest
@Import(TestDatabase.class)
class TellingHowSomebodyCameThroughTests {
    private static final DivisionCode CITY = new DivisionCode("330100");
    private static final int RESULTS = 2 * 64 * 8;

    @Autowired ResultListStore lists;
    @Autowired JdbcClient jdbc;
    private final SessionId session = SessionId.next();

    /** Nothing, a score, absence or a voided one in each subject, with each set of them open. */
    @BeforeEach
    void everythingThatCanBe() {
        for (var number = 0; number < RESULTS; number++) {
            var id = Ids.next();
            var marks = number / 16;
            for (var subject : ScoredSubject.values()) {
                mark(id, subject, marks % 4);
                marks /= 4;
            }
            result(id, number % 2 == 0, open(number / 2 % 8));
        }
    }

    private void mark(UUID examinee, ScoredSubject subject, int kind) {
        if (kind > 0) {
            jdbc.sql(
                            """
                            insert into score.mark (session_id, examinee_id, subject, city, score,
                                file_id, voided)
                            values (:session, :examinee, :subject, :city, :score, :examinee, :voided)
                            """)
                    .param("session", session.value())
                    .param("examinee", examinee)
                    .param("subject", subject.name())
                    .param("city", CITY.value())
                    .param("score", kind == 1 ? 60 : null)
                    .param("voided", kind == 3)
                    .update();
        }
    }

    private static String[] open(int bits) {
        var open = new ArrayList<String>();
        var left = bits;
        for (var subject : ScoredSubject.values()) {
            if (left % 2 == 1) {
                open.add(subject.name());
            }
            left /= 2;
        }
        return open.toArray(String[]::new);
    }

    private void result(UUID examinee, boolean passed, String[] open) {
        jdbc.sql(
                        """
                        insert into score.result (session_id, examinee_id, person_id, name, city,
                            occupation, level, passed, open, decision, published_on)
                        values (:session, :examinee, :examinee, '演示水知白', :city, '焊工', '1', :passed,
                            :open, :examinee, date '2021-11-20')
                        """)
                .param("session", session.value())
                .param("examinee", examinee)
                .param("city", CITY.value())
                .param("passed", passed)
                .param("open", open)
                .update();
    }

    @Test
    void saysTheSameInSql() {
        var found = 0;
        for (var state : ResultState.values()) {
            var listed = listed(state, ResultFilter.Column.NAME);
            assertThat(listed).isNotEmpty().containsOnly(state);
            found += listed.size();
        }

        assertThat(found).isEqualTo(RESULTS);
    }

    @Test
    void sortsByWhatItSays() {
        assertThat(listed(null, ResultFilter.Column.OUTCOME))
                .extracting(ResultState::name)
                .hasSize(RESULTS)
                .isSorted();
    }

    private List<ResultState> listed(@Nullable ResultState state, ResultFilter.Column column) {
        var listed = new ArrayList<ResultState>();
        lists.export(
                Scope.all(),
                session,
                CITY,
                new ResultFilter("", state, column, false),
                result -> listed.add(result.state()));
        return listed;
    }
}
