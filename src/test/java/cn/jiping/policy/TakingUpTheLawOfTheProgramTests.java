package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.audit.ActFilter;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The law that a program brings along becomes a version of the book by itself. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class TakingUpTheLawOfTheProgramTests {
    private static final String RESIT =
            "/api/v1/decisions/resit?on=2022-05-10&publishedOn=2021-11-20&resitsUsed=1";

    @Autowired LawVersions versions;
    @Autowired LawVersionStore store;
    @Autowired ProgramLaw program;
    @Autowired BookInForce inForce;
    @Autowired LawDrafts drafts;
    @Autowired AuditTrail audit;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    @Test
    void theFirstStartMakesItTheFirstVersionAndKeepsItsFiles() {
        var first = versions.version(1);

        assertThat(first.book()).isEqualTo(program.book().hash());
        assertThat(first.byPeople()).isFalse();
        assertThat(versions.files(first)).isEqualTo(program.book().files());
        assertThat(audit.page(Scope.all(), ActFilter.ALL, Paging.within(1, 200)).rows())
                .anyMatch(act -> act.code().equals("policy.program-law-taken-up"));
    }

    @Test
    void aLaterStartTakesNothingUpAgain() {
        var before = versions.inForce();

        versions.takeUpWhatCameWithTheProgram();

        assertThat(versions.inForce()).isEqualTo(before);
    }

    @Test
    void aNewProgramsLawComesIntoForceWhereNobodyEverActivatedOne() {
        var newer = program.book().files();
        newer.computeIfPresent("33/score/resit.yaml", (_, law) -> law + "# revised\n");

        var upgraded = upgradedTo(newer);
        transaction.executeWithoutResult(_ -> upgraded.takeUpWhatCameWithTheProgram());

        var now = versions.inForce().orElseThrow();
        assertThat(now.number()).isEqualTo(2);
        assertThat(inForce.book().hash()).isEqualTo(now.book());
        assertThat(versions.files(versions.version(1))).isEqualTo(program.book().files());
    }

    private LawVersions upgradedTo(SortedMap<String, String> files) {
        return new LawVersions(store, new ProgramLaw(files), inForce, drafts, audit, clock);
    }

    @Test
    void everyAnswerNamesTheVersionItRestsOn() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://localhost:" + port + RESIT))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Law-Book"))
                .contains(LawVersion.shortened(inForce.book().hash()));
    }
}
