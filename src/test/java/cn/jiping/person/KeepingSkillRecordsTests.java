package cn.jiping.person;

import static cn.jiping.person.PersonFixtures.draft;
import static cn.jiping.person.PersonFixtures.province;
import static cn.jiping.person.PersonFixtures.residentId;
import static cn.jiping.person.PersonFixtures.welder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Stale;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import(TestDatabase.class)
class KeepingSkillRecordsTests {
    private static final LocalDate SINCE = LocalDate.of(2021, 11, 20);
    private static final LocalDate UNTIL = LocalDate.of(2022, 11, 20);
    private static final Actor SCORES = Actor.program("score");

    @Autowired Persons persons;
    @Autowired SkillRecords skills;
    @Autowired JdbcClient jdbc;
    private PersonId person = PersonId.next();

    @BeforeEach
    void somebody() {
        person =
                persons.register(
                        province("省厅甲"), draft("技能甲", residentId(LocalDate.of(1991, 3, 4))));
    }

    @Test
    void aFactCountsFromItsFirstDayThroughItsLast() {
        skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));

        assertThat(skills.of(person, SINCE.minusDays(1))).isEmpty();
        assertThat(skills.of(person, SINCE)).hasSize(1);
        assertThat(skills.of(person, UNTIL)).hasSize(1);
        assertThat(skills.of(person, UNTIL.plusDays(1))).isEmpty();
    }

    @Test
    void writingAFactTwiceIsWritingItOnce() {
        var once = skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));
        var twice = skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));

        assertThat(twice).isEqualTo(once);
        assertThat(skills.history(person)).hasSize(1);
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        var wrong = skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));

        skills.correct(SCORES, person, wrong, welder("subject:1b", SINCE, SINCE), "有效期录错");

        assertThat(skills.of(person, UNTIL)).isEmpty();
        assertThat(skills.history(person))
                .extracting(SkillEntry::superseded, SkillEntry::correction)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, null),
                        org.assertj.core.groups.Tuple.tuple(false, "有效期录错"));
    }

    @Test
    void refusesASecondCorrectionOfTheSameEntry() {
        var wrong = skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));
        skills.correct(SCORES, person, wrong, welder("subject:2", SINCE, SINCE), "有效期录错");

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() ->
                        skills.correct(
                                SCORES, person, wrong, welder("subject:3", SINCE, null), "又改一次"));
    }

    @Test
    void theDatabaseItselfRefusesToOverwriteOne() {
        skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> jdbc.sql("update person.skill_entry set occupation = 'x'").update());
    }

    @Test
    void aPersonWithASkillRecordIsNotErased() {
        skills.add(SCORES, person, welder("subject:1", SINCE, UNTIL));

        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> persons.erase(province("省厅甲"), person, "本人要求"))
                .returns("person.retained", PersonRefused::code);
    }
}
