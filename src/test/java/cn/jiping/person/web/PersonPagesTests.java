package cn.jiping.person.web;

import static cn.jiping.person.PersonFixtures.HANGZHOU;
import static cn.jiping.person.PersonFixtures.NINGBO;
import static cn.jiping.person.PersonFixtures.clerkOf;
import static cn.jiping.person.PersonFixtures.draft;
import static cn.jiping.person.PersonFixtures.passport;
import static cn.jiping.person.PersonFixtures.province;
import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.person.PersonDraft;
import cn.jiping.person.PersonMerges;
import cn.jiping.person.Persons;
import cn.jiping.person.Place;
import cn.jiping.person.SkillFact;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "person",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
class PersonPagesTests {
    private static final LocalDate BORN = LocalDate.of(1988, 8, 8);
    private static final Actor PROVINCE = province("省厅甲");
    private static final Actor COLLEAGUE = province("省厅乙");

    @Autowired WebApplicationContext context;
    @Autowired Persons persons;
    @Autowired PersonMerges merges;
    @Autowired SkillRecords skills;
    private MockMvcTester pages = MockMvcTester.of(List.of());
    private IdentityDocument document = residentId(BORN);
    private PersonId person = PersonId.next();

    @BeforeEach
    void somebody() {
        pages = PagesAs.actor(context, PROVINCE);
        document = residentId(BORN);
        person = persons.register(PROVINCE, draft("页面甲", "13800001234", document));
        persons.link(person, Place.of(HANGZHOU), "registration");
    }

    @Test
    void listAndShowMaskedNumbersOnly() {
        assertThat(pages.get().uri("/authority/persons").param("name", "页面甲"))
                .hasStatusOk()
                .bodyText()
                .contains("页面甲", document.masked())
                .doesNotContain(document.number(), "??");
        assertThat(pages.get().uri("/authority/persons/" + person))
                .hasStatusOk()
                .bodyText()
                .contains("138****1234", document.masked(), "浙江省 · 杭州市")
                .doesNotContain(document.number(), "13800001234", "??");
    }

    @Test
    void showNobodyOutsideTheScope() {
        var ningbo = PagesAs.actor(context, clerkOf("宁波甲", NINGBO));

        assertThat(ningbo.get().uri("/authority/persons/" + person)).hasStatus(404);
        assertThat(ningbo.get().uri("/authority/persons").param("name", "页面甲"))
                .bodyText()
                .doesNotContain(document.masked());
        assertThat(
                        ningbo.post()
                                .uri("/authority/persons/" + person + "/unmask")
                                .param("reason", "核对信息"))
                .hasStatus(404);
        assertThat(ningbo.post().uri("/authority/persons/find").param("number", document.number()))
                .hasRedirectedUrl("/authority/persons");
    }

    @Test
    void leadFromAWholeNumberToThePerson() {
        assertThat(pages.post().uri("/authority/persons/find").param("number", document.number()))
                .hasRedirectedUrl("/authority/persons/" + person);
        assertThat(pages.post().uri("/authority/persons/find").param("number", "<script>\u0000"))
                .hasRedirectedUrl("/authority/persons");
    }

    @Test
    void giveTheNumberAgainstAReasonOnly() {
        assertThat(unmask("核对准考证"))
                .hasStatusOk()
                .bodyText()
                .contains(document.number(), "13800001234");
        assertThat(unmask("")).hasStatus(400).bodyText().doesNotContain(document.number());
    }

    private MockMvcTester.MockMvcRequestBuilder unmask(String reason) {
        return pages.post().uri("/authority/persons/" + person + "/unmask").param("reason", reason);
    }

    @Test
    void showTheSkillRecordAsATimeline() {
        var fact =
                new SkillFact(
                        "certificate:1",
                        SkillKind.CERTIFICATE_HELD,
                        new SkillFact.Skill("焊工", null, SkillLevel.ADVANCED, null),
                        new SkillFact.Proof("证书", null, "S000033010012345"),
                        LocalDate.of(2023, 5, 1),
                        null);
        var wrong = skills.add(PROVINCE, person, fact);
        skills.correct(
                PROVINCE,
                person,
                wrong,
                new SkillFact(
                        "certificate:1b",
                        fact.kind(),
                        fact.skill(),
                        fact.proof(),
                        LocalDate.of(2023, 5, 2),
                        null),
                "日期录错");

        assertThat(pages.get().uri("/authority/persons/" + person))
                .bodyText()
                .contains("持有证书", "焊工 · 三级/高级工", "更正前一条：日期录错")
                .doesNotContain("??");
    }

    @Test
    void exportTheList() {
        assertThat(pages.get().uri("/authority/persons/export"))
                .hasStatusOk()
                .hasContentType(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void offerAFormForEveryEdit() {
        for (var edit : PersonEdit.values()) {
            assertThat(pages.get().uri("/authority/persons/" + person + "/edit/" + edit.path()))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
        }
        assertThat(pages.get().uri("/authority/persons/" + person + "/edit/nothing"))
                .hasStatus(404);
    }

    @Test
    void recordANewName() {
        assertThat(
                        edit("rename")
                                .param("value", "页面乙")
                                .param("from", "2024-05-01")
                                .param("why", "户口簿"))
                .hasRedirectedUrl("/authority/persons/" + person);
        assertThat(persons.name(person)).isEqualTo("页面乙");
    }

    @Test
    void correctADocument() {
        var entry = persons.find(Scope.all(), person).orElseThrow().documents().getFirst().id();
        var right = residentId(BORN);

        assertThat(
                        edit("correct-document")
                                .param("entry", entry.toString())
                                .param("kind", "RESIDENT_ID")
                                .param("value", right.number())
                                .param("why", "录错一位"))
                .hasRedirectedUrl("/authority/persons/" + person);
        assertThat(persons.findByDocument(right)).hasValue(person);
    }

    @Test
    void nameAllFaultsOfAFormAtOnceInItsOrder() {
        assertThat(edit("rename").param("value", "").param("from", "").param("why", ""))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "有 3 处需要修改",
                        "#value",
                        "姓名用文字填写",
                        "#from",
                        "请填写从哪天起",
                        "#why",
                        "请填写 1 到",
                        "</ul>")
                .doesNotContain("日期写成", "??");
        assertThat(edit("correct-document"))
                .bodyText()
                .containsSubsequence(
                        "有 4 处需要修改", "#entry", "#kind", "#value", "请填写证件号码", "#why", "</ul>")
                .doesNotContain("??");
    }

    @Test
    void showTheFormAgainWithTheFaults() {
        assertThat(
                        edit("rename")
                                .param("value", "<b>")
                                .param("from", "2024-05-01")
                                .param("why", "户口簿"))
                .hasStatusOk()
                .bodyText()
                .contains("有 1 处需要修改", "姓名用文字填写")
                .doesNotContain("<b>\"", "??");
        assertThat(
                        edit("add-document")
                                .param("kind", "PASSPORT")
                                .param("value", "1")
                                .param("why", "护照"))
                .hasStatusOk()
                .bodyText()
                .contains("号码与证件类型不符");
        assertThat(edit("rename").param("value", "张三").param("from", "昨天").param("why", "户口簿"))
                .hasStatusOk()
                .bodyText()
                .contains("日期写成");
    }

    private MockMvcTester.MockMvcRequestBuilder edit(String what) {
        return pages.post()
                .uri("/authority/persons/" + person + "/edit/" + what)
                .param("version", "0");
    }

    @Test
    void leadFromAPairThroughProposalAndConfirmationToOnePerson() {
        var other =
                persons.register(
                        PROVINCE,
                        new PersonDraft(
                                "页面甲",
                                List.of(passport("E9" + document.number().substring(10, 17))),
                                BORN,
                                persons.find(Scope.all(), person).orElseThrow().person().sex(),
                                "13800001234",
                                null,
                                "护照"));
        var pair = pairOf(other);
        assertThat(pages.get().uri("/authority/persons/duplicates"))
                .hasStatusOk()
                .bodyText()
                .contains("页面甲")
                .doesNotContain("??");
        assertThat(pages.get().uri("/authority/persons/duplicates/" + pair.id()))
                .hasStatusOk()
                .bodyText()
                .contains("对比两条记录", "手机号或电子邮箱相同")
                .doesNotContain("??");

        assertThat(
                        pages.post()
                                .uri("/authority/persons/duplicates/" + pair.id() + "/propose")
                                .param("kept", "")
                                .param("reason", ""))
                .hasStatusOk()
                .bodyText()
                .contains("有 1 处需要修改", "请选择一项");
        assertThat(
                        pages.post()
                                .uri("/authority/persons/duplicates/" + pair.id() + "/propose")
                                .param("kept", person.toString())
                                .param("reason", "x"))
                .hasStatusOk()
                .bodyText()
                .contains("有 1 处需要修改", "请填写 4 到 500 个字");
        assertThat(
                        pages.post()
                                .uri("/authority/persons/duplicates/" + pair.id() + "/propose")
                                .param("kept", person.toString())
                                .param("reason", "护照与身份证为同一人"))
                .hasStatus3xxRedirection();

        var merge = merges.merges(Scope.all(), Paging.within(1, 1)).rows().getFirst().merge();
        var path = "/authority/persons/merges/" + merge.id();
        assertThat(pages.get().uri(path))
                .hasStatusOk()
                .bodyText()
                .contains("待确认")
                .doesNotContain("??");
        assertThat(pages.get().uri("/authority/persons/merges"))
                .hasStatusOk()
                .bodyText()
                .contains("待确认")
                .doesNotContain("??");
        assertThat(pages.post().uri(path + "/confirm").param("version", "0")).hasStatus(422);
        var colleague = PagesAs.actor(context, COLLEAGUE);
        assertThat(colleague.post().uri(path + "/confirm").param("version", "0"))
                .hasRedirectedUrl(path);
        assertThat(persons.current(other)).isEqualTo(person);
        assertThat(pages.get().uri(path))
                .hasStatusOk()
                .bodyText()
                .contains("撤销合并")
                .doesNotContain("??");
        assertThat(pages.get().uri("/authority/persons/" + other))
                .hasStatusOk()
                .bodyText()
                .contains("已并入的记录");
        assertThat(
                        colleague
                                .post()
                                .uri(path + "/undo")
                                .param("version", "1")
                                .param("reason", "证实为两人"))
                .hasRedirectedUrl(path);
        assertThat(persons.current(other)).isEqualTo(other);
    }

    @Test
    void markWhereTwoRecordsDiffer() {
        var sex = persons.find(Scope.all(), person).orElseThrow().person().sex();
        var number = "E8" + document.number().substring(10, 17);
        var other =
                persons.register(
                        PROVINCE,
                        new PersonDraft(
                                "页面丁",
                                List.of(passport(number)),
                                BORN,
                                sex,
                                "13800001234",
                                null,
                                "护照"));

        assertThat(pages.get().uri("/authority/persons/duplicates/" + pairOf(other).id()))
                .hasStatusOk()
                .bodyText()
                .containsOnlyOnce("jp-differs")
                .containsSubsequence("<th scope=\"row\">姓名", "不同</span>", "页面丁")
                .doesNotContain("??");
    }

    @Test
    void nameTheProgramPlainly() {
        var document = residentId(BORN);
        var made =
                persons.register(
                        Actor.program("tests"),
                        new PersonDraft("页面戊", List.of(document), BORN, null, null, null, "户籍系统"));
        persons.link(made, Place.of(HANGZHOU), "registration");

        assertThat(pages.get().uri("/authority/persons/" + made))
                .bodyText()
                .contains("系统 录入于")
                .containsSubsequence("变更与更正", "证件</h2>")
                .doesNotContain("tests 录入于", "??");
    }

    private PersonMerges.Pair pairOf(PersonId other) {
        return merges.duplicates(Scope.all(), Paging.within(1, 200)).rows().stream()
                .filter(pair -> pair.one().id().equals(other) || pair.other().id().equals(other))
                .filter(pair -> pair.one().id().equals(person) || pair.other().id().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void askBeforeErasing() {
        assertThat(pages.get().uri("/authority/persons/" + person + "/erase"))
                .hasStatusOk()
                .bodyText()
                .contains("清除页面甲的个人信息吗")
                .doesNotContain("??");
        assertThat(
                        pages.post()
                                .uri("/authority/persons/" + person + "/erase")
                                .param("reason", "本人要求"))
                .hasRedirectedUrl("/authority/persons");
        assertThat(pages.get().uri("/authority/persons/" + person))
                .hasStatusOk()
                .bodyText()
                .contains("个人信息已清除")
                .doesNotContain("页面甲", "??");
    }
}
