package cn.jiping.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@Import({TestDatabase.class, PagesAs.class})
class KeepingSitesTests {
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final DivisionCode NINGBO = new DivisionCode("330200");
    private static final Actor CLERK = clerk("顾明轩", HANGZHOU);
    private static final Actor NEIGHBOUR = clerk("沈同川", NINGBO);
    private static final String LIST = "/authority/sites";

    @Autowired Sites sites;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext context;

    @BeforeEach
    void thereIsNone() {
        jdbc.sql("delete from institution.room").update();
        jdbc.sql("delete from institution.site").update();
    }

    private static Actor clerk(String name, DivisionCode place) {
        return new Actor(
                AccountId.next(),
                null,
                name,
                Role.CITY_CLERK,
                "",
                Scope.ofDivisions(Set.of(place)),
                "test");
    }

    private static SiteDraft hall(String name) {
        return new SiteDraft(HANGZHOU, name, "萧山区学知路 1 号", Set.of(SiteUse.THEORY), List.of());
    }

    private SiteId open(String name) {
        return sites.open(CLERK, hall(name), Ids.next().toString());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(SiteRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("institution." + code));
    }

    @Test
    void entersASiteAndItsRooms() {
        var id = open("杭州第一技师学院");
        sites.addRoom(CLERK, id, "第1考场", 30, 5, 0);
        sites.addRoom(CLERK, id, "第10考场", 30, 5, 1);
        sites.addRoom(CLERK, id, "第2考场", 25, 5, 2);

        var site = sites.find(CLERK, id);
        assertThat(site.rooms())
                .extracting(ExamRoom::name)
                .containsExactly("第1考场", "第2考场", "第10考场");
        assertThat(site.seats()).isEqualTo(85);
    }

    @Test
    void isOneSiteHoweverOftenTheFormIsSent() {
        var key = Ids.next().toString();

        var first = sites.open(CLERK, hall("考点"), key);

        assertThat(sites.open(CLERK, hall("考点"), key)).isEqualTo(first);
    }

    @Test
    void isOneSiteUnderTwoClicks() {
        for (var round = 0; round < 20; round++) {
            var draft = hall("考点" + round);
            var key = Ids.next().toString();
            Callable<SiteId> click = () -> sites.open(CLERK, draft, key);

            var opened = Together.both(click, click);

            assertThat(opened).containsOnly(opened.getFirst());
        }
    }

    @Test
    void hasOneSiteOfANameInAPlace() {
        open("同名考点");

        refused("site-name-taken", () -> open("同名考点"));
        var other = open("别的考点");
        refused("site-name-taken", () -> sites.change(CLERK, other, hall("同名考点"), 0));
    }

    @Test
    void takesTheNameOfASiteThatIsClosed() {
        sites.close(CLERK, open("旧考点"), "搬迁", 0);

        assertThat(open("旧考点")).isNotNull();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var draft = new SiteDraft(NINGBO, " ", "", Set.of(), List.of());

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sites.open(CLERK, draft, "x"))
                .satisfies(no ->
                        assertThat(no.faults())
                                .extracting(InvalidInput.Fault::field)
                                .containsExactly("name", "address", "uses", "division"));
    }

    @Test
    void namesOccupationsJustWherePracticalTestsAreHeld() {
        var without = new SiteDraft(HANGZHOU, "一", "路", Set.of(SiteUse.PRACTICAL), List.of(" "));
        var needless = new SiteDraft(HANGZHOU, "一", "路", Set.of(SiteUse.THEORY), List.of("焊工"));

        for (var draft : List.of(without, needless)) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> sites.open(CLERK, draft, "y"));
        }
    }

    @Test
    void wantsSeatsInAtMostAsManyColumns() {
        var id = open("考点");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sites.addRoom(CLERK, id, "第1考场", 0, 0, 0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sites.addRoom(CLERK, id, "第1考场", 4, 5, 0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sites.addRoom(CLERK, id, "第1考场", 501, 5, 0));
    }

    @Test
    void hasOneRoomOfAName() {
        var id = open("考点");
        sites.addRoom(CLERK, id, "第1考场", 30, 5, 0);

        refused("room-name-taken", () -> sites.addRoom(CLERK, id, "第1考场", 20, 4, 1));
    }

    @Test
    void notesWhatSomebodyElseChangedMeanwhile() {
        var id = open("考点");
        sites.addRoom(CLERK, id, "第1考场", 30, 5, 0);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> sites.addRoom(CLERK, id, "第2考场", 30, 5, 0));
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> sites.change(CLERK, id, hall("新名"), 0))
                .returns(CLERK.name(), Stale::changedBy)
                .satisfies(stale -> assertThat(stale.changedAt()).isNotNull());
    }

    @Test
    void changesNothingOnceItIsClosed() {
        var id = open("考点");
        sites.close(CLERK, id, "改造", 0);

        refused("site-closed", () -> sites.addRoom(CLERK, id, "第1考场", 30, 5, 1));
        refused("site-closed", () -> sites.close(CLERK, id, "改造", 1));
    }

    @Test
    void staysHiddenFromTheNeighbour() {
        var id = open("杭州考点");
        var exported = new ArrayList<SiteRow>();
        sites.export(NEIGHBOUR, SiteFilter.all(), exported::add);

        assertThat(exported).isEmpty();
        assertThat(sites.list(NEIGHBOUR, SiteFilter.all(), Paging.within(1, 20)).total()).isZero();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sites.find(NEIGHBOUR, id));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> sites.addRoom(NEIGHBOUR, id, "第1考场", 30, 5, 0));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> sites.close(NEIGHBOUR, id, "停用", 0));
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void isFoundOnItsPages() {
        var id = open("杭州第一技师学院");

        assertThat(as(CLERK).get().uri(LIST).param("q", "技师"))
                .hasStatusOk()
                .bodyText()
                .contains("杭州第一技师学院", "杭州市", "1 个考点");
        assertThat(as(CLERK).get().uri(LIST + "/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("还没有考场", "增加考场");
        assertThat(as(NEIGHBOUR).get().uri(LIST + "/" + id)).hasStatus(404);
        assertThat(as(NEIGHBOUR).get().uri(LIST + "/" + id + "/entry")).hasStatus(404);
        assertThat(as(NEIGHBOUR).get().uri(LIST + "/" + id + "/closing")).hasStatus(404);
    }

    @Test
    void isEnteredOnAFormThatKeepsWhatWasTyped() {
        assertThat(
                        as(CLERK)
                                .post()
                                .uri(LIST + "/new")
                                .param("division", "330100")
                                .param("name", "杭州第一技师学院")
                                .param("address", "")
                                .param("uses", "PRACTICAL")
                                .param("occupations", ""))
                .hasStatus(422)
                .bodyText()
                .contains("有 2 处需要修改", "value=\"杭州第一技师学院\"", "要写明职业");
        assertThat(as(CLERK).post().uri(LIST + "/new").param("version", "x")).hasStatus(400);
    }

    @Test
    void takesRoomsOnItsPage() {
        var id = open("考点");
        assertThat(room(id, "第1考场", "30", "0")).hasStatus3xxRedirection();

        assertThat(room(id, "", "many", "1")).hasStatus(422).bodyText().contains("many");
        assertThat(sites.find(CLERK, id).rooms()).hasSize(1);
    }

    private MvcTestResult room(SiteId id, String name, String seats, String version) {
        return as(CLERK)
                .post()
                .uri(LIST + "/" + id + "/rooms")
                .param("room", name)
                .param("seats", seats)
                .param("columns", "5")
                .param("version", version)
                .exchange();
    }
}
