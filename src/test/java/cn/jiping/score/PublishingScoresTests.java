package cn.jiping.score;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.score.Marking.READER;
import static cn.jiping.score.Marking.RELEASER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.jiping.database.Columns;
import cn.jiping.person.SkillEntry;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishingScoresTests extends AfterTheExamination {
    @Autowired SkillRecords skills;
    @Autowired ScoreNotices notices;

    @Test
    void tellsEverybodyWhatIsNextOnce() throws IOException {
        everything();
        on(PUBLISHED);
        release();

        await().atMost(Duration.ofSeconds(30)).until(() -> told("%").size() == 2);
        assertThat(told("score.passed"))
                .singleElement()
                .asString()
                .contains("保安员", "各科合格", "证书核发后另行通知");
        assertThat(told("score.kept"))
                .singleElement()
                .asString()
                .contains("保留到2022年11月20日", "可以补考 1 次", "二(二)");
        notices.tell(new ScoreEvent.Released(session, HANGZHOU, clock.now()));
        await().during(Duration.ofSeconds(2)).until(() -> told("%").size() == 2);
    }

    private List<String> told(String template) {
        return jdbc.sql(
                        """
                        select body from notice.message
                        where template like :template and key like :key
                        """)
                .param("template", template)
                .param("key", "score/" + session + "/%")
                .query((row, _) -> Columns.text(row, "body"))
                .list();
    }

    @Test
    void tellsWhoPassedNothingToBeginAnew() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 10, 20, 30), row(1, "缺考", "缺考", "缺考"));
        on(PUBLISHED);
        release();

        await().atMost(Duration.ofSeconds(30)).until(() -> told("score.none").size() == 2);
        assertThat(told("score.none")).allMatch(body -> body.contains("重新报名全部科目"));
    }

    @Test
    void isPublishedByASecondPersonOnceNothingIsMissing() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, 60, 60));
        refused("marks-missing", this::release);
        everything();
        refused(
                "same-hand",
                () ->
                        scores.release(
                                READER,
                                session,
                                HANGZHOU,
                                scores.find(READER, session, HANGZHOU).version()));
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> scores.release(RELEASER, session, HANGZHOU, 0));

        release();

        refused("released", this::release);
        refused("released", () -> readIn(READER, row(0, 1, 1, 1)));
    }

    @Test
    void isPublishedOnceThoughPressedTwice() throws IOException {
        everything();
        var seen = scores.find(READER, session, HANGZHOU).version();
        scores.release(RELEASER, session, HANGZHOU, seen);
        var published = scores.find(READER, session, HANGZHOU);

        scores.release(RELEASER, session, HANGZHOU, seen);

        assertThat(scores.find(READER, session, HANGZHOU)).isEqualTo(published);
        refused(
                "released",
                () ->
                        scores.release(
                                Marking.ofProvince("水知白", Role.PROVINCE_APPROVER),
                                session,
                                HANGZHOU,
                                seen));
    }

    @Test
    void tellsWhoeverSawFewerMarksWhichFileCameSince() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, 60, 60), row(1, 60, 60, 60));
        var seen = scores.find(READER, session, HANGZHOU).version();
        readIn(READER, row(0, 61, 60, 60));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> scores.release(RELEASER, session, HANGZHOU, seen))
                .returns("林知夏", Stale::changedBy)
                .satisfies(
                        stale -> assertThat(stale.changes().getFirst().now()).isEqualTo("成绩.xlsx"));
    }

    @Test
    void saysWhoPassedAndKeepsWhatWasPassedForAYear() throws IOException {
        everything();
        on(PUBLISHED);
        release();

        var results = scores.results(READER, session, HANGZHOU);
        assertThat(results).filteredOn(ResultView::passed).hasSize(1);
        var failed = results.stream().filter(result -> !result.passed()).findFirst().orElseThrow();
        assertThat(failed.open()).containsExactly(ScoredSubject.SKILLS, ScoredSubject.REVIEW);
        assertThat(failed.publishedOn()).isEqualTo(PUBLISHED);
        assertThat(kept(failed.person(), LocalDate.of(2022, 11, 20))).containsExactly("THEORY");
        assertThat(kept(failed.person(), LocalDate.of(2022, 11, 21))).isEmpty();
        var passed = results.stream().filter(ResultView::passed).findFirst().orElseThrow();
        assertThat(kept(passed.person(), PUBLISHED)).isEmpty();
    }

    private List<String> kept(PersonId person, LocalDate on) {
        return skills.of(person, on).stream()
                .map(SkillEntry::fact)
                .filter(fact -> fact.kind() == SkillKind.SUBJECT_KEPT)
                .map(fact -> String.valueOf(fact.skill().subject()))
                .toList();
    }

    @Test
    void isSeenByItsOwnerAndTheCityOnly() throws IOException {
        everything();
        release();
        var result = scores.results(READER, session, HANGZHOU).getFirst();
        var owner = candidate(result.person());

        assertThat(scores.listOf(owner, result.person())).containsExactly(result);
        assertThat(scores.result(CITY, session, result.examinee())).isEqualTo(result);
        assertThat(scores.results(OTHER_CITY, session, HANGZHOU)).isEmpty();
        assertThat(scores.listOf(candidate(PersonId.next()), result.person())).isEmpty();
        for (var stranger : List.of(OTHER_CITY, candidate(PersonId.next()))) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> scores.result(stranger, session, result.examinee()));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> scores.find(stranger, session, HANGZHOU));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> scores.template(stranger, session, HANGZHOU));
        }
    }

    private static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "沈清和",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "test");
    }
}
