package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteRow;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SubjectForm;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Twelve welders of Hangzhou whose skills and work are both judged by people. */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class TestingByHandTests {
    private static final LocalDate SUNDAY = LocalDate.of(2021, 10, 24);
    private static final Actor CITY = clerk(HANGZHOU);

    @Autowired Autumn autumn;
    @Autowired PracticalArrangements practicals;
    @Autowired Sites sites;
    private SessionId session;

    @BeforeEach
    void registered() {
        session =
                autumn.announced(
                        new SessionDraft.Offer(
                                "焊工",
                                SkillLevel.SENIOR_TECHNICIAN,
                                SubjectForm.PRACTICAL,
                                SubjectForm.PRACTICAL));
        autumn.registered(session, HANGZHOU, "焊工", 12);
        autumn.becomes(PAID.plusDays(1));
    }

    private SiteId site(String... occupations) {
        return sites.open(
                CITY,
                new SiteDraft(
                        HANGZHOU,
                        "实训基地" + Ids.next(),
                        "文三路 2 号",
                        Set.of(SiteUse.PRACTICAL),
                        List.of(occupations)),
                Ids.next().toString());
    }

    private PracticalView group(Sitting sitting) {
        return practicals.list(CITY, session).stream()
                .filter(one -> one.sitting() == sitting)
                .findAny()
                .orElseThrow();
    }

    private void enter(Sitting sitting, SiteId site) {
        practicals.enter(
                CITY,
                group(sitting).key(),
                new PracticalDraft(site, SUNDAY, LocalTime.of(8, 30), ""),
                "",
                0);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ExamRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    @Test
    void waitsForTheSeats() {
        var site = site("焊工");

        refused("seats-first", () -> enter(Sitting.SKILLS_PRACTICAL, site));
        autumn.arranged(session, HANGZHOU);
        enter(Sitting.SKILLS_PRACTICAL, site);

        assertThat(group(Sitting.SKILLS_PRACTICAL).candidates()).isEqualTo(12);
        assertThat(group(Sitting.REVIEW_PRACTICAL).state()).isEqualTo(PracticalState.MISSING);
    }

    @Test
    void isDoneWhereTheOccupationIsRegistered() {
        autumn.arranged(session, HANGZHOU);
        var registered = site("焊工", "保安员");
        var other = site("保安员");

        assertThat(practicals.sites(CITY, group(Sitting.SKILLS_PRACTICAL)))
                .extracting(SiteRow::id)
                .containsExactly(registered);
        assertThat(practicals.sites(CITY, group(Sitting.REVIEW_PRACTICAL)))
                .extracting(SiteRow::id)
                .contains(registered, other);
        refused("site-not-authorised", () -> enter(Sitting.SKILLS_PRACTICAL, other));
        enter(Sitting.REVIEW_PRACTICAL, other);
        assertThat(group(Sitting.REVIEW_PRACTICAL).state()).isEqualTo(PracticalState.ENTERED);
    }
}
