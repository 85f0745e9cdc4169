package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.audit.ActFilter.SubjectFilter;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, AuditFixture.class})
class SearchingActsTests {
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final DivisionCode NINGBO = new DivisionCode("330200");
    private static final Paging FIRST = new Paging(1, 20);

    @Autowired AuditFixture audit;
    @Autowired AuditTrail trail;

    @Test
    void showsOnlyWhatTheScopeReaches() {
        var body = BodyId.next();
        audit.record(AuditFixture.PROGRAM, Act.of("test.seen", "case", "1").in(HANGZHOU));
        audit.record(AuditFixture.PROGRAM, Act.of("test.seen", "case", "2").in(NINGBO));
        audit.record(AuditFixture.PROGRAM, Act.of("test.seen", "case", "3").at(body));

        assertThat(cases(Scope.ofDivisions(Set.of(HANGZHOU)))).isEqualTo(1);
        assertThat(cases(Scope.ofBody(body))).isEqualTo(1);
        assertThat(cases(Scope.all())).isEqualTo(3);
        assertThat(cases(Scope.nowhere())).isZero();
    }

    private long cases(Scope scope) {
        return trail.page(scope, filter(null, "test.seen", "case"), FIRST).total();
    }

    @Test
    void showsAPersonWhatWasDoneByAndToThem() {
        var person = PersonId.next();
        var self =
                new Actor(
                        AccountId.next(),
                        person,
                        "顾砚秋",
                        Role.CANDIDATE,
                        "",
                        Scope.ofPerson(person),
                        "::1");
        audit.record(self, Act.of("test.own", "form", "own"));
        audit.record(AuditFixture.PROGRAM, Act.of("test.own", "person", person));
        audit.record(AuditFixture.PROGRAM, Act.of("test.own", "person", PersonId.next()));

        assertThat(trail.page(self.scope(), filter(null, "test.own", null), FIRST).total())
                .isEqualTo(2);
    }

    @Test
    void findsByPartOfTheNameByAccountByCodeAndByDay() {
        var account = AccountId.next();
        var officer = new Actor(account, null, "沈_知%远", Role.CITY_CLERK, "", Scope.all(), "::1");
        audit.record(officer, Act.of("test.found", "case", "found"));
        var today = LocalDate.now(cn.jiping.clock.BusinessClock.ZONE);

        assertThat(total(filter("沈_知", null, null))).isEqualTo(1);
        assertThat(total(filter("沈x知", null, null))).isZero();
        assertThat(total(filter(account.toString(), null, null))).isEqualTo(1);
        assertThat(total(filter(null, "test.fou", null))).isEqualTo(1);
        assertThat(total(filter(null, "test.found", null).between(today, today))).isEqualTo(1);
        assertThat(
                        total(
                                filter(null, "test.found", null)
                                        .between(today.minusDays(2), today.minusDays(1))))
                .isZero();
    }

    private long total(ActFilter filter) {
        return trail.page(Scope.all(), filter, FIRST).total();
    }

    @Test
    void pagesThroughThemNewestOrOldestFirst() {
        for (var i = 0; i < 5; i++) {
            audit.record(AuditFixture.PROGRAM, Act.of("test.paged", "page", i));
        }
        var newest = filter(null, "test.paged", "page");
        var oldest = new ActFilter(null, null, null, "test.paged", null, null, true);

        assertThat(trail.page(Scope.all(), newest, new Paging(2, 2)).rows())
                .extracting(view -> view.subject().id())
                .containsExactly("2", "1");
        assertThat(trail.page(Scope.all(), oldest, new Paging(3, 2)).rows())
                .extracting(view -> view.subject().id())
                .containsExactly("4");
    }

    @Test
    void anActOutsideTheScopeIsNotFound() {
        var id = audit.record(AuditFixture.PROGRAM, Act.of("test.far", "case", "far").in(NINGBO));

        assertThat(trail.act(Scope.ofDivisions(Set.of(NINGBO)), id).code()).isEqualTo("test.far");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> trail.act(Scope.ofDivisions(Set.of(HANGZHOU)), id));
        assertThat(trail.history(Scope.ofDivisions(Set.of(HANGZHOU)), "case", "far")).isEmpty();
    }

    private static ActFilter filter(
            @Nullable String actor, @Nullable String code, @Nullable String subjectType) {
        return new ActFilter(
                null, null, actor, code, new SubjectFilter(subjectType, null, null), null, false);
    }
}
