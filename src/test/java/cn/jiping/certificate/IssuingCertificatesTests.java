package cn.jiping.certificate;

import static cn.jiping.certificate.CertificateFixtures.APPROVER;
import static cn.jiping.certificate.CertificateFixtures.CITY;
import static cn.jiping.certificate.CertificateFixtures.CLERK;
import static cn.jiping.certificate.CertificateFixtures.COUNTY;
import static cn.jiping.certificate.CertificateFixtures.HANGZHOU;
import static cn.jiping.certificate.CertificateFixtures.NINGBO;
import static cn.jiping.certificate.CertificateFixtures.OTHER_CITY;
import static cn.jiping.certificate.CertificateFixtures.PASSED;
import static cn.jiping.certificate.CertificateFixtures.PROGRAM;
import static cn.jiping.certificate.CertificateFixtures.SESSION;
import static cn.jiping.certificate.CertificateFixtures.document;
import static cn.jiping.certificate.CertificateFixtures.holder;
import static cn.jiping.certificate.CertificateFixtures.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiping.certificate.RevocationTerms.Ground;
import cn.jiping.clock.BusinessClock;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, CertificateFixtures.Configured.class})
class IssuingCertificatesTests {
    private static final int WORKERS = 16;

    @Autowired Certificates certificates;
    @Autowired CertificateRevocations revocations;
    @Autowired CertificateReplacements replacements;
    @Autowired CertificateFixtures.Results results;
    @Autowired Persons persons;
    @Autowired SkillRecords skills;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;

    private PersonId person() {
        return CertificateFixtures.person(persons, "水知白", document());
    }

    private UUID passed(PersonId person) {
        return results.add(result(person, HANGZHOU, CertificateFixtures.XIHU, PASSED));
    }

    private CertificateId issue(UUID result) {
        return certificates.issue(PROGRAM, SESSION.id(), result);
    }

    private CertificateId issued() {
        return issue(passed(person()));
    }

    @Test
    void isInTheNameOfTheDepartmentOfTheProvince() {
        var person = person();

        var certificate = certificates.find(holder(person), issue(passed(person)));

        assertThat(certificate.issue().issuer().name()).isEqualTo("浙江省人力资源和社会保障厅");
        assertThat(certificate.holder().name()).isEqualTo("水知白");
        assertThat(certificate.holder().maskedNumber()).startsWith("330*").doesNotContain("1985");
        assertThat(certificate.issue().number()).matches("\\d{2}110100011\\d{5}");
        assertThat(certificate.issue().on()).isEqualTo(clock.today());
        assertThat(certificate.fate().status()).isEqualTo(CertificateStatus.ISSUED);
    }

    @Test
    void isOneForEachResultHoweverOftenItIsAskedFor(AssertablePublishedEvents events) {
        var result = passed(person());

        var first = issue(result);

        assertThat(issue(result)).isEqualTo(first);
        assertThat(
                        events.ofType(CertificateEvent.Issued.class)
                                .matching(issued -> issued.certificate().result().equals(result)))
                .hasSize(1);
    }

    @Test
    void standsInTheSkillRecord() {
        var person = person();

        issue(passed(person));

        assertThat(skills.of(person, clock.today()))
                .singleElement()
                .returns(SkillKind.CERTIFICATE_HELD, entry -> entry.fact().kind())
                .returns("焊工", entry -> entry.fact().skill().occupation());
    }

    @Test
    void isNeverIssuedWithoutAPassedResult() {
        var failed = new PassedResult.Proof(false, true, PASSED.publishedOn());

        assertRefused(failed, "certificate.not-passed");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> certificates.issue(PROGRAM, SESSION.id(), UUID.randomUUID()));
    }

    @Test
    void isNeverIssuedWithoutAClosedReview() {
        assertRefused(
                new PassedResult.Proof(true, false, PASSED.publishedOn()),
                "certificate.review-open");
    }

    @Test
    void isNeverIssuedBeforeTheScoresArePublished() {
        assertRefused(new PassedResult.Proof(true, true, null), "certificate.not-published");
        assertRefused(
                new PassedResult.Proof(true, true, clock.today().plusDays(1)),
                "certificate.not-published");
    }

    private void assertRefused(PassedResult.Proof proof, String code) {
        var result = results.add(result(person(), HANGZHOU, null, proof));

        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> issue(result))
                .returns(code, CertificateRefused::code);
        assertThatThrownBy(() -> issue(result)).isInstanceOf(CertificateRefused.class);
    }

    @Test
    void isIssuedByNobodyOfAnotherCity() {
        var result = passed(person());

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> certificates.issue(OTHER_CITY, SESSION.id(), result));
        assertThat(certificates.issue(CITY, SESSION.id(), result)).isNotNull();
    }

    /** Every third result is asked for twice, and every fifth is not passed. */
    @Test
    void numbersWithoutGapOrRepeatHoweverManyIssueAtOnce() throws Exception {
        var before = List.of(taken("01"), taken("02"));
        var asked = new ArrayList<Callable<CertificateId>>();
        IntStream.range(0, 240)
                .forEach(n -> {
                    var city = n % 2 == 0 ? HANGZHOU : NINGBO;
                    var proof = n % 5 == 0 ? new PassedResult.Proof(false, true, null) : PASSED;
                    var result = results.add(result(person(), city, null, proof));
                    asked.add(() -> issue(result));
                    if (n % 3 == 0) {
                        asked.add(() -> issue(result));
                    }
                });

        issueAtOnce(asked);

        assertThat(List.of(taken("01"), taken("02")))
                .isEqualTo(List.of(before.get(0) + 96, before.get(1) + 96));
        assertNoGap("01");
        assertNoGap("02");
    }

    private static void issueAtOnce(List<Callable<CertificateId>> asked) throws Exception {
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            for (var each : threads.invokeAll(asked)) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(CertificateRefused.class);
                }
            }
        }
    }

    private int taken(String city) {
        return serials(city).size();
    }

    private void assertNoGap(String city) {
        var serials = serials(city);
        assertThat(serials).isEqualTo(IntStream.rangeClosed(1, serials.size()).boxed().toList());
    }

    private List<Integer> serials(String city) {
        return jdbc.sql(
                        "select number from certificate.number where substring(number from 5 for 2) = :city order by number")
                .param("city", city)
                .query((row, _) -> Integer.valueOf(row.getString(1).substring(11)))
                .list();
    }

    @Test
    void isRevokedByTwoPersonsOfTheIssuerOnly() {
        var id = issued();

        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> revocations.propose(CITY, id, Ground.CHEATING, "替考查实", 0))
                .returns("certificate.not-the-issuer", CertificateRefused::code);
        revocations.propose(CLERK, id, Ground.CHEATING, "替考查实", 0);
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> revocations.confirm(CLERK, id, 1))
                .returns("certificate.same-person", CertificateRefused::code);
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> revocations.confirm(APPROVER, id, 0));
        revocations.confirm(APPROVER, id, 1);

        var fate = certificates.find(CLERK, id).fate();
        assertThat(fate.status()).isEqualTo(CertificateStatus.REVOKED);
        assertThat(fate.revocation())
                .returns(new Source.Clause("ZJ2021", "三(三)"), Revocation::source)
                .returns(Revocation.Outcome.CONFIRMED, Revocation::outcome);
    }

    @Test
    void countsNoLongerOnceRevoked() {
        var person = person();
        var id = issue(passed(person));

        revocations.propose(CLERK, id, Ground.FALSE_APPLICATION, "年限证明不实", 0);
        revocations.confirm(APPROVER, id, 1);

        assertThat(skills.of(person, clock.today().plusDays(1))).isEmpty();
        assertThat(skills.history(person)).hasSize(2);
    }

    @Test
    void staysValidIfTheRevocationIsSentBack() {
        var id = issued();

        revocations.propose(CLERK, id, Ground.ISSUED_IN_ERROR, "疑似重复", 0);
        revocations.reject(APPROVER, id, 1);

        assertThat(certificates.find(CLERK, id).fate().valid()).isTrue();
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> revocations.confirm(APPROVER, id, 2))
                .returns("certificate.no-revocation", CertificateRefused::code);
    }

    @Test
    void givesWayToACorrectedOneUnderTheSameNumber() {
        var person = person();
        var id = issue(passed(person));
        var view = certificates.find(CLERK, id);
        var seen = persons.find(PROGRAM.scope(), person).orElseThrow();
        persons.correctName(
                PersonFixtures.province("省"),
                person,
                seen.version(),
                seen.names().getFirst().id(),
                "水知墨",
                "登记时写错一字，核对身份证更正");

        var next = certificates.find(CLERK, replacements.replace(CLERK, id, "姓名写错", 0));

        assertThat(next.holder().name()).isEqualTo("水知墨");
        assertThat(next.issue().number()).isEqualTo(view.issue().number());
        assertThat(next.issue().edition()).isEqualTo(2);
        assertThat(certificates.find(CLERK, id).fate().status())
                .isEqualTo(CertificateStatus.REPLACED);
        assertThat(skills.of(person, clock.today())).hasSize(1);
    }

    @Test
    void isHandedOutOnceByTheCounty() {
        var id = issued();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> certificates.handOut(CertificateFixtures.OTHER_COUNTY, id, "本人", 0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> certificates.handOut(COUNTY, id, " ", 0));
        certificates.handOut(COUNTY, id, "本人", 0);

        assertThat(certificates.find(COUNTY, id).fate().handOut())
                .returns("本人", HandOut::to)
                .returns("何清如", HandOut::by);
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> certificates.handOut(COUNTY, id, "本人", 1))
                .returns("certificate.handed-out-already", CertificateRefused::code);
    }

    @Test
    void canNeitherBeDeletedNorPutUnderAnotherToken() {
        issued();

        assertThatThrownBy(() -> jdbc.sql("delete from certificate.certificate").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update certificate.token set token = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }
}
