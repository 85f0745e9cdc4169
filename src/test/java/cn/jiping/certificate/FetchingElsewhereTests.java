package cn.jiping.certificate;

import static cn.jiping.certificate.CertificateFixtures.BINJIANG;
import static cn.jiping.certificate.CertificateFixtures.CITY;
import static cn.jiping.certificate.CertificateFixtures.CLERK;
import static cn.jiping.certificate.CertificateFixtures.COUNTY;
import static cn.jiping.certificate.CertificateFixtures.HANGZHOU;
import static cn.jiping.certificate.CertificateFixtures.OTHER_CITY;
import static cn.jiping.certificate.CertificateFixtures.OTHER_COUNTY;
import static cn.jiping.certificate.CertificateFixtures.PASSED;
import static cn.jiping.certificate.CertificateFixtures.PROGRAM;
import static cn.jiping.certificate.CertificateFixtures.XIHU;
import static cn.jiping.certificate.CertificateFixtures.document;
import static cn.jiping.certificate.CertificateFixtures.holder;
import static cn.jiping.certificate.CertificateFixtures.person;
import static cn.jiping.certificate.CertificateFixtures.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.jiping.database.Columns;
import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Stale;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A certificate of Hangzhou that its holder, or the city, has fetched in a county. */
@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, PagesAs.class, CertificateFixtures.Configured.class})
@SuppressWarnings("NullAway.Init") // filled before each test
class FetchingElsewhereTests {
    private static final String ALL = "/authority/certificates";

    @Autowired WebApplicationContext context;
    @Autowired Certificates certificates;
    @Autowired CertificatePlaces places;
    @Autowired CertificateFixtures.Results results;
    @Autowired Persons persons;
    @Autowired JdbcClient jdbc;
    private Actor holder;
    private CertificateId id;

    @BeforeEach
    void liesInTheCity() {
        var person = person(persons, "水知白", document());
        holder = holder(person);
        id = issued(person);
    }

    private CertificateId issued(PersonId person) {
        var passed = result(person, HANGZHOU, null, PASSED);
        return certificates.issue(PROGRAM, passed.session().id(), results.add(passed));
    }

    private CertificateView view() {
        return certificates.find(CLERK, id);
    }

    private boolean sees(Actor actor) {
        return certificates
                .list(actor, CertificateFilter.everything(), Paging.within(1, 100))
                .rows()
                .stream()
                .anyMatch(row -> row.id().equals(id));
    }

    private List<String> told() {
        return jdbc.sql("select body from notice.message where key like :key")
                .param("key", "certificate/" + id + "/moved/%")
                .query((row, _) -> Columns.text(row, "body"))
                .list();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(act::run)
                .satisfies(no -> assertThat(no.code()).isEqualTo("certificate." + code));
    }

    @Test
    void standsOnTheListOfTheCountyTheHolderChose() {
        assertThat(sees(COUNTY)).isFalse();

        places.move(holder, id, XIHU.code(), 0);
        places.move(holder, id, XIHU.code(), 0);

        assertThat(view().county()).isEqualTo(XIHU);
        assertThat(view().version()).isEqualTo(1);
        assertThat(sees(COUNTY)).isTrue();
        assertThat(sees(OTHER_COUNTY)).isFalse();
        certificates.handOut(COUNTY, id, "本人", 1);
        assertThat(view().fate().handOut()).isNotNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void goesWhereTheCitySaysAndBackUntilItIsHandedOut() {
        var other = issued(Objects.requireNonNull(holder.person()));

        assertThat(places.move(CITY, List.of(id, other), BINJIANG.code()))
                .isEqualTo(new CertificatePlaces.Moved(2, 0));
        assertThat(sees(OTHER_COUNTY)).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() == 1);
        assertThat(told().getFirst()).contains("杭州市滨江区");
        certificates.handOut(OTHER_COUNTY, other, "本人", 1);

        assertThat(places.move(CITY, List.of(id, other), null))
                .isEqualTo(new CertificatePlaces.Moved(1, 1));
        assertThat(sees(OTHER_COUNTY)).isFalse();
        refused("handed-out-already", () -> places.move(holder, other, null, 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() == 2);
    }

    @Test
    void isNotMovedOnWhatSomebodyElseChanged() {
        places.move(CITY, id, XIHU.code(), 0);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> places.move(holder, id, BINJIANG.code(), 0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> places.move(CITY, id, new DivisionCode("330203"), 1));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> places.move(CITY, List.of(), XIHU.code()));
    }

    @Test
    void isMovedByTheHolderAndTheCityAlone() {
        places.move(CITY, id, XIHU.code(), 0);

        for (var other : List.of(COUNTY, OTHER_COUNTY, OTHER_CITY, holder(PersonId.next()))) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> places.move(other, id, null, 1));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> places.move(other, List.of(id), null));
            assertThat(post(other, ALL + "/" + id + "/place", "CITY", 1)).hasStatus(404);
            assertThat(post(other, "/my/certificates/" + id + "/place", "CITY", 1)).hasStatus(404);
        }
        assertThat(view().county()).isEqualTo(XIHU);
    }

    private MvcTestResult post(Actor actor, String path, String county, int seen) {
        return PagesAs.actor(context, actor)
                .post()
                .uri(path)
                .param("county", county)
                .param("ids", id.toString())
                .param("seen", String.valueOf(seen))
                .exchange();
    }

    @Test
    void isChosenOnTheHoldersPage() {
        var mine = "/my/certificates/" + id;
        assertThat(PagesAs.actor(context, holder).get().uri(mine))
                .hasStatusOk()
                .bodyText()
                .contains("变更领取地点", "杭州市西湖区", "杭州市滨江区")
                .doesNotContain("海曙区");

        assertThat(post(holder, mine + "/place", XIHU.code().value(), 0)).hasStatus3xxRedirection();

        assertThat(view().county()).isEqualTo(XIHU);
        assertThat(post(holder, mine + "/place", "<b>", 1)).hasStatus(400);
        assertThat(post(holder, mine + "/place", "330203", 1)).hasStatus(400);
    }

    @Test
    void isMovedOnThePagesOfTheCity() {
        assertThat(PagesAs.actor(context, CITY).get().uri(ALL))
                .hasStatusOk()
                .bodyText()
                .contains("交由县（市、区）发放", "收回市里发放");
        assertThat(PagesAs.actor(context, CITY).get().uri(ALL + "/" + id + "/place")).hasStatusOk();
        assertThat(post(CITY, ALL + "/" + id + "/place", XIHU.code().value(), 0))
                .hasStatus3xxRedirection();
        assertThat(post(CITY, ALL + "/" + id + "/place", "330203", 1)).hasStatus(422);

        assertThat(post(CITY, ALL + "/places", BINJIANG.code().value(), 0))
                .hasStatus3xxRedirection();

        assertThat(view().county()).isEqualTo(BINJIANG);
        assertThat(PagesAs.actor(context, CITY).post().uri(ALL + "/places"))
                .hasStatus3xxRedirection();
        assertThat(
                        PagesAs.actor(context, CITY)
                                .post()
                                .uri(ALL + "/places")
                                .param("handed", "no")
                                .param("page", "2"))
                .hasRedirectedUrl(ALL + "?handed=no&page=2");
        assertThat(view().county()).isEqualTo(BINJIANG);
    }
}
