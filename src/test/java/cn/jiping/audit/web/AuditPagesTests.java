package cn.jiping.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.jiping.audit.Act;
import cn.jiping.audit.ActId;
import cn.jiping.audit.AuditTrail;
import cn.jiping.audit.Seals;
import cn.jiping.clock.RecurringJob;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "audit",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
class AuditPagesTests {
    private static final Actor OFFICER = actor("林知夏", Role.PROVINCE_CLERK, Scope.nowhere());

    @Autowired WebApplicationContext context;
    @Autowired AuditTrail trail;
    @Autowired Seals seals;
    @Autowired List<RecurringJob> jobs;
    @Autowired TransactionTemplate transaction;
    MockMvcTester pages;

    private static Actor actor(String name, Role role, Scope scope) {
        return new Actor(AccountId.next(), null, name, role, "浙江省", scope, "10.0.0.1");
    }

    @BeforeEach
    void pages() {
        pages = PagesAs.actor(context, actor("沈知远", Role.AUDITOR, Scope.all()));
    }

    private ActId record(Act act) {
        transaction.executeWithoutResult(_ -> trail.record(OFFICER, act));
        return trail.history(Scope.all(), act.subjectType(), act.subjectId()).getFirst().id();
    }

    private ActId record(String code) {
        return record(
                Act.of(code, "score", UUID.randomUUID())
                        .in(new DivisionCode("330100"))
                        .changing("theory", 57, 61)
                        .because("第 34 题漏判"));
    }

    @Test
    void listTheActsThatTheFilterAsksFor() {
        record("test.listed");
        record("test.hidden");

        assertThat(pages.get().uri("/audit").param("code", "test.listed"))
                .hasStatusOk()
                .bodyText()
                .contains("test.listed", "林知夏", "省级经办", "330100")
                .doesNotContain("test.hidden", "??");
    }

    @Test
    void nameActsAndSubjectsInsteadOfCodes() {
        var id = UUID.randomUUID();
        record(Act.of("verification.asked", "account", id).changing("name", null, "葛明远"));

        assertThat(pages.get().uri("/audit").param("subjectId", id.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("<b>葛明远</b>", "<option value=\"account\">账号</option>", "筛选（已用 1 项）")
                .doesNotContain(id + "</small>", "??");
    }

    @Test
    void listTheNewestActFirstAndTheOldestIfAskedTo() {
        var subject = UUID.randomUUID();
        record(Act.of("test.earlier", "score", subject));
        record(Act.of("test.later", "score", subject));

        assertThat(pages.get().uri("/audit?subjectId=" + subject))
                .bodyText()
                .containsSubsequence("<tbody>", "test.later", "test.earlier");
        assertThat(pages.get().uri("/audit?sort=time&subjectId=" + subject))
                .bodyText()
                .containsSubsequence("<tbody>", "test.earlier", "test.later");
    }

    @Test
    void offerTheActsInTheOrderOfTheirNames() {
        assertThat(pages.get().uri("/audit"))
                .bodyText()
                .containsSubsequence("id=\"code\"", ">撤销合并人员", ">登录<", ">开通账号", ">停用账号");
    }

    @Test
    void sayWhyAListIsEmpty() {
        assertThat(pages.get().uri("/audit").param("code", "no.such"))
                .hasStatusOk()
                .bodyText()
                .contains("没有符合条件的记录");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "yesterday", "99999-01-01", "'; drop table audit.act"})
    void showAWrongDayAtItsFieldAndKeepTheInput(String day) {
        assertThat(pages.get().uri("/audit").param("from", day).param("code", "kept.code"))
                .hasStatusOk()
                .bodyText()
                .contains("有 1 处需要修改", "kept.code", "2026-01-31");
    }

    @Test
    void refuseAnEndBeforeTheBeginning() {
        assertThat(pages.get().uri("/audit").param("from", "2021-07-02").param("to", "2021-07-01"))
                .hasStatusOk()
                .bodyText()
                .contains("有 1 处需要修改", "止不能早于起", "href=\"#to\"");
    }

    @Test
    void showOneActWithItsChangesAndItsPlaceInABlock() {
        var id = record("test.shown");
        assertThat(pages.get().uri("/audit/acts/" + id)).bodyText().contains("还没有封存");

        seals.seal();

        assertThat(pages.get().uri("/audit/acts/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("<del>57</del>", "<ins>61</ins>", "第 34 题漏判", "已核对", "条，共")
                .doesNotContain("??");
    }

    @Test
    void tellTheTwoClocksApart() {
        var id = record("test.clocks");

        assertThat(pages.get().uri("/audit/acts/" + id))
                .bodyText()
                .contains("记录时间（系统时钟）", "业务时间（业务时钟）");
        assertThat(pages.get().uri("/audit")).bodyText().contains("记录时间（系统时钟）", "记录日期起（系统时钟）");
    }

    @Test
    void showThatAPayloadWasErased() {
        var id = record("test.erased");
        trail.erase(actor("管理员", Role.AUDITOR, Scope.all()), id, "到期", "保存一年");

        assertThat(pages.get().uri("/audit/acts/" + id))
                .bodyText()
                .contains("（已清除）", "保存一年", "由 管理员 清除")
                .doesNotContain("林知夏", "<del>", "??");
    }

    @Test
    void showNobodyWhatLiesOutsideTheirScope() {
        var id = record("test.scoped");
        var elsewhere = Scope.ofDivisions(Set.of(new DivisionCode("330200")));
        var other = PagesAs.actor(context, actor("宁波", Role.CITY_CLERK, elsewhere));

        assertThat(other.get().uri("/audit/acts/" + id)).hasStatus(404);
        assertThat(other.get().uri("/audit").param("code", "test.scoped"))
                .bodyText()
                .contains("没有符合条件的记录");
    }

    @Test
    void exportWhatTheFilterAsksFor() throws Exception {
        record("test.exported");
        record("test.exported");

        var answer = pages.get().uri("/audit/acts.xlsx").param("code", "test.exported").exchange();

        var bytes = answer.getResponse().getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("林知夏");
        }
    }

    @Test
    void exportNothingForAFilterThatCannotBeRead() {
        assertThat(pages.get().uri("/audit/acts.xlsx").param("to", "soon")).hasStatus(400);
    }

    @Test
    void verifyInTheBackgroundAndShowTheResult() {
        record("test.verified");
        seals.seal();
        assertThat(pages.post().uri("/audit/verification").with(csrf())).hasStatus3xxRedirection();
        assertThat(pages.get().uri("/audit/verification"))
                .bodyText()
                .contains("正在核验")
                .doesNotContain("开始核验");

        jobs.stream().filter(job -> job.name().equals("audit.verify")).forEach(RecurringJob::run);

        assertThat(pages.get().uri("/audit/verification"))
                .hasStatusOk()
                .bodyText()
                .contains("全部记录与封存时一致", "开始核验")
                .doesNotContain("正在核验", "??");
    }

    @Test
    void publishTheRootsToAnybody() {
        record("test.published");
        seals.seal();
        var latest = seals.latest().orElseThrow();
        var visitor = PagesAs.actor(context, Actor.anybody("192.0.2.1"));

        assertThat(visitor.get().uri("/audit/roots"))
                .hasStatusOk()
                .bodyText()
                .contains(latest.root().hex(), latest.hash().hex())
                .doesNotContain("??");
        assertThat(visitor.get().uri("/audit/roots.txt"))
                .bodyText()
                .contains("\t" + latest.root().hex() + "\t" + latest.hash().hex());
        assertThat(visitor.get().uri("/audit/roots").param("before", "0")).hasStatus(400);
    }
}
