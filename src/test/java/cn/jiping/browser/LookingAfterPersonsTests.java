package cn.jiping.browser;

import static cn.jiping.person.PersonFixtures.passport;
import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.person.PersonDraft;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.person.Place;
import cn.jiping.person.SkillFact;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.SkillLevel;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class LookingAfterPersonsTests {
    private static final LocalDate BORN = LocalDate.of(1986, 7, 1);
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final Actor PROGRAM = Actor.program("demo");

    /** Each test has a pair of records of its own to find. */
    private static final String GIVEN_NAMES = "砚秋岚川汀芷溪越禾桐";

    private static int given;

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    @Autowired Persons persons;
    @Autowired SkillRecords skills;
    private SignedIn people;
    private String name;
    private IdentityDocument document;
    private PersonId person;
    private PersonId twin;

    @BeforeEach
    void onePersonRecordedTwice() {
        people = new SignedIn(context);
        var phone = "1380000777" + given;
        name = "演示顾" + GIVEN_NAMES.charAt(given++);
        document = residentId(BORN);
        person = persons.register(PROGRAM, PersonFixtures.draft(name, phone, document));
        twin =
                persons.register(
                        PROGRAM,
                        new PersonDraft(
                                name,
                                List.of(passport("E" + document.number().substring(9, 17))),
                                BORN,
                                document.sex().orElseThrow(),
                                phone,
                                null,
                                "护照"));
        persons.link(person, Place.of(HANGZHOU), "registration");
        persons.link(twin, Place.of(HANGZHOU), "registration");
        skills.add(PROGRAM, person, certificate());
    }

    private static SkillFact certificate() {
        return new SkillFact(
                "certificate:demo",
                SkillKind.CERTIFICATE_HELD,
                new SkillFact.Skill("焊工", "6-18-02-04", SkillLevel.ADVANCED, null),
                new SkillFact.Proof("证书核发", null, "S000033010012345"),
                LocalDate.of(2023, 5, 1),
                null);
    }

    @ParameterizedTest
    @EnumSource
    void findsSomebodyAndSeesTheNumberOnlyAgainstAReason(Screen screen) {
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(screen));
        clerk.visit("/authority/persons").fill("姓名（从第一个字起）", name).press("查找").sees(name);
        clerk.fill("完整证件号码", document.number()).press("按号码查");
        clerk.isAt("/authority/persons/" + person).sees(document.masked());
        clerk.seesNot(document.number()).sees("焊工 · 三级/高级工").looksGood("person");

        clerk.fill("查看原因", "核对准考证").press("查看");

        clerk.sees("正在显示完整号码").sees(document.number()).looksGood("person-unmasked");
    }

    @ParameterizedTest
    @EnumSource
    void givesNobodyOutsideTheScopeToACounty(Screen screen) {
        var county = people.as(Role.COUNTY_CLERK, browser.visitor(screen));

        county.visit("/authority/persons").sees("按号码查").seesNot(name);
        county.visit("/authority/persons/" + person, 404);
    }

    @ParameterizedTest
    @EnumSource
    void recordsANewNameAndShowsFaultsAtTheirFields(Screen screen) {
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(screen));
        clerk.visit("/authority/persons/" + person + "/edit/rename");
        clerk.press("保存").sees("处需要修改").looksGood("person-edit-faults");

        clerk.fill("姓名", "演示顾晚秋").fill("从哪天起", "2024-05-01").fill("证明", "核验户口簿");
        clerk.press("保存").isAt("/authority/persons/" + person).sees("已保存");
    }

    @ParameterizedTest
    @EnumSource
    void twoPeopleMakeTwoRecordsOne(Screen screen) {
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(screen));
        var reviewer = people.as(Role.CITY_REVIEWER, browser.visitor(screen));
        clerk.visit("/authority/persons/duplicates").follow(name);
        clerk.sees("是同一个人：提出合并").looksGood("person-compare");

        clerk.page().locator("input[name=kept]").first().check();
        clerk.fill("依据", "核对护照和身份证照片").press("提出合并");
        clerk.sees("已提出合并").looksGood("person-merge");

        reviewer.visit("/authority/persons/merges").sees("待确认").follow(name);
        people.pressAndConfirm(Role.CITY_REVIEWER, reviewer, "确认是同一个人，合并");
        reviewer.sees("已合并").looksGood("person-merged");
        reviewer.fill("撤销原因", "证实为两个人");
        people.pressAndConfirm(Role.CITY_REVIEWER, reviewer, "撤销合并");
        reviewer.sees("两条记录恢复原样");
        assertThat(persons.current(twin)).isEqualTo(twin);
    }
}
