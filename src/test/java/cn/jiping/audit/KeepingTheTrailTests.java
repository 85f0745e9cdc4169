package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, AuditFixture.class})
class KeepingTheTrailTests {
    private static final Actor OFFICER =
            new Actor(
                    AccountId.next(),
                    null,
                    "林知夏",
                    Role.PROVINCE_CLERK,
                    "浙江省",
                    Scope.all(),
                    "10.0.0.1");

    @Autowired AuditFixture audit;
    @Autowired AuditTrail trail;
    @Autowired ActStore acts;
    @Autowired MonthsJob months;
    @Autowired Verifications verifications;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.act set code = 'x'",
                "delete from audit.act",
                "truncate audit.act",
                "update audit.act_2026_11 set code = 'x'",
                "delete from audit.act_2026_11",
                "delete from audit.act_default",
                "update audit.payload set content = ''",
                "delete from audit.payload",
                "truncate audit.payload",
                "update audit.block set leaves = 0",
                "delete from audit.block",
                "truncate audit.block",
                "update audit.leaf set position = 9",
                "delete from audit.leaf",
                "truncate audit.leaf",
                "insert into audit.erasure (act, erased_at, eraser, reason, term)"
                        + " select act, '2026-01-01', '', '', '' from audit.payload",
                "delete from audit.erasure",
                "drop table audit.act",
                "create table audit.mine (id int)",
                "alter table audit.act disable trigger all"
            })
    void postgresqlRefusesTheApplicationToChangeIt(String sql) {
        audit.sealed(1);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void anErasedPayloadIsReportedAsErasedAndTheSealStaysValid() {
        var act = audit.record(OFFICER, changed("erased"));
        audit.sealed(0);

        trail.erase(OFFICER, act, "保存期满", "个人信息保护 保存期限");

        var run = verifications.run(Map.of(), finding -> {}, _ -> {});
        var view = trail.act(Scope.all(), act);
        assertThat(run.sound()).isTrue();
        assertThat(run.counts().erased()).isPositive();
        assertThat(view.doer().name()).isNull();
        assertThat(view.content().changes()).isEmpty();
        assertThat(view.content().erasure()).isNotNull();
    }

    @Test
    void anErasureIsItselfAnAct() {
        var act = audit.record(OFFICER, changed("told"));

        trail.erase(OFFICER, act, "保存期满", "一年");

        assertThat(trail.history(Scope.all(), "act", act))
                .singleElement()
                .returns("audit.payload-erased", ActView::code)
                .returns("林知夏", view -> view.doer().name());
    }

    @Test
    void cannotBeErasedTwiceOrByThoseWhoCannotSeeIt() {
        var act = audit.record(OFFICER, changed("once"));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> trail.erase(Actor.anybody("10.0.0.9"), act, "只是想", "没有"));
        trail.erase(OFFICER, act, "保存期满", "一年");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> trail.erase(OFFICER, act, "保存期满", "一年"));
    }

    @Test
    void cannotBeErasedWithoutSayingWhy() {
        var act = audit.record(OFFICER, changed("why"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> trail.erase(OFFICER, act, " ", "一年"));
    }

    @Test
    void masksIdNumbersAndPhonesThatCameInPlain() {
        var id =
                audit.record(
                        OFFICER,
                        Act.of("test.plain", "thing", "masked")
                                .changing("phone", "13812345678", "138 号")
                                .because("证件 33010619880101123X 有误"));

        var content = trail.act(Scope.all(), id).content();

        assertThat(content.changes())
                .containsExactly(new ActView.Change("phone", "138****5678", "138 号"));
        assertThat(content.reason()).isEqualTo("证件 330106********123X 有误");
    }

    @Test
    void makesTheMonthsToComeWhichTheApplicationCannotChangeEither() {
        months.run();

        var inTwoYears = LocalDate.now(ZoneOffset.UTC).plusMonths(23);
        var partition = "audit.act_" + DateTimeFormatter.ofPattern("yyyy_MM").format(inTwoYears);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from " + partition).update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @Test
    void leavesAMonthThatAlreadyHasActsElsewhereToTheDefaultPartition() {
        audit.asOwner(
                "insert into audit.act (recorded_on, id, recorded_at, business_at, actor_place,"
                        + " code, subject_type, subject_id, payload_digest) values ('2050-05-01',"
                        + " gen_random_uuid(), '2050-05-01', '2050-05-01', '', 'c', 't', 'i', '')");

        assertThat(acts.makeMonths(LocalDate.of(2050, 4, 1), LocalDate.of(2050, 6, 1)))
                .isEqualTo(2);
        audit.asOwner("delete from audit.act where recorded_on = '2050-05-01'");
    }

    private static Act changed(String subject) {
        return Act.of("test.changed", "thing", subject).changing("name", "周启明", "周启铭");
    }
}
