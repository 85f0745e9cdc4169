package cn.jiping.browser;

import cn.jiping.plan.SessionId;
import cn.jiping.policy.LawInForce;
import cn.jiping.registration.ApplicationId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One subject open after October 2021: what the candidate, the reviewer and the city see in May.
 */
@SuppressWarnings("NullAway.Init") // filled before each test
class ResittingInTheBrowserTests extends InTheBrowser {
    private SeasonMatters season;
    private Visitor welder;
    private PersonId person;

    @BeforeEach
    void passedTwoOfThree() {
        var matters = new Matters(context);
        season = new SeasonMatters(matters);
        var october = season.session();
        welder = people.as(Role.CANDIDATE, browser.visitor(Screen.PHONE));
        person = matters.identified(welder);
        season.seated(person, october, season.site());
        season.results().published(october, LocalDate.of(2021, 11, 20), 60, 59.5, 80);
        new LawInForce(context).with2022();
    }

    @Test
    void offersTheOpenSubject() {
        var may = season.nextSpring();

        welder.visit("/my/scores").sees("可以补考").looksGoodEverywhere("my-scores-resit");
        welder.at(Screen.PHONE).follow("看公告，报名补考");
        welder.visit("/my/applications/new?session=" + may).sees("只考没有合格的科目：操作技能");
        welder.looksGoodEverywhere("apply-resit");
        begun(season.applicants().application(may, person));
        staff(may);
    }

    private void begun(ApplicationId id) {
        welder.at(Screen.PHONE).visit("/my/applications/" + id).sees("按补考报名").sees("只考操作技能");
        welder.looksGoodEverywhere("application-resit");
        var reviewer = people.as(Role.CITY_REVIEWER, browser.visitor(Screen.DESK));
        reviewer.visit("/authority/reviews/" + id).sees("按补考报名");
        reviewer.looksGoodEverywhere("review-resit");
    }

    private void staff(SessionId may) {
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/resits").sees("1 人").sees("演示沈清和");
        clerk.looksGoodEverywhere("resits");
        clerk.visit("/authority/resits?subject=THEORY&session=" + may).sees("没有补考人员");
    }
}
