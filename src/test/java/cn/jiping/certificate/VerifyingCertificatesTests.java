package cn.jiping.certificate;

import static cn.jiping.certificate.CertificateFixtures.APPROVER;
import static cn.jiping.certificate.CertificateFixtures.CLERK;
import static cn.jiping.certificate.CertificateFixtures.PROGRAM;
import static cn.jiping.certificate.CertificateFixtures.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.certificate.RevocationTerms.Ground;
import cn.jiping.certificate.Verification.Outcome;
import cn.jiping.certificate.Verification.Why;
import cn.jiping.keys.EncryptedColumn;
import cn.jiping.keys.KeyKind;
import cn.jiping.keys.Keys;
import cn.jiping.keys.Signatures;
import cn.jiping.person.Persons;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Source;
import cn.jiping.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, CertificateFixtures.Configured.class})
@SuppressWarnings("NullAway.Init") // filled before each test
class VerifyingCertificatesTests {
    @Autowired CertificateVerifications verifications;
    @Autowired Certificates certificates;
    @Autowired CertificateRevocations revocations;
    @Autowired CertificateReplacements replacements;
    @Autowired CertificateFixtures.Results results;
    @Autowired Persons persons;
    @Autowired Signatures signatures;
    @Autowired Keys keys;
    @Autowired List<EncryptedColumn> columns;

    private final IdentityDocument document = document();
    private CertificateId id;
    private CertificateView view;

    @BeforeEach
    void issue() {
        var passed = results.passed(persons, "水知白", document);
        id = certificates.issue(PROGRAM, passed.session().id(), passed.id());
        view = certificates.find(CLERK, id);
    }

    private String number() {
        return view.issue().number();
    }

    @Test
    void saysToWhomItBelongsWithoutTellingTheName() {
        var verified = verifications.byName(" " + number() + " ", "水知白");

        assertThat(verified.outcome()).isEqualTo(Outcome.VALID);
        assertThat(verified.certificate())
                .returns("水**", Verification.Shown::holder)
                .returns("焊工", Verification.Shown::occupation)
                .returns("浙江省人力资源和社会保障厅", Verification.Shown::issuer);
    }

    @Test
    void isFoundByTheEndOfTheDocumentNumberToo() {
        var tail = document.number().substring(12);

        assertThat(verifications.byDocument(number(), tail).valid()).isTrue();
        assertThat(verifications.byDocument(number(), "000000").why()).isEqualTo(Why.NO_MATCH);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> verifications.byDocument(number(), tail.substring(1)));
    }

    @Test
    void answersAWrongNameAsItAnswersAnUnknownNumber() {
        var wrongName = verifications.byName(number(), "水知黑");
        var unknown = verifications.byName(number().substring(0, 11) + "98765", "水知白");

        assertThat(wrongName)
                .returns(unknown.outcome(), Verification::outcome)
                .returns(unknown.why(), Verification::why)
                .returns(null, Verification::certificate);
        assertThat(unknown.certificate()).isNull();
    }

    @Test
    void provesNothingAboutNumbersOfOthers() {
        assertThat(verifications.byName("S000033010217243000128", "水知白"))
                .returns(Outcome.NOT_CHECKED, Verification::outcome)
                .returns(Why.NOT_OURS, Verification::why);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> verifications.byName("", "水知白"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> verifications.byName(number(), " "));
    }

    @Test
    void saysSinceWhenAndForWhatItIsRevoked() {
        revocations.propose(CLERK, id, Ground.FALSE_APPLICATION, "年限证明不实", 0);
        assertThat(verifications.byName(number(), "水知白").valid()).isTrue();
        revocations.confirm(APPROVER, id, 1);

        var verified = verifications.byToken(view.issue().token());

        assertThat(verified.why()).isEqualTo(Why.REVOKED);
        assertThat(Objects.requireNonNull(verified.certificate()).ended())
                .returns(Ground.FALSE_APPLICATION, Verification.Ended::ground)
                .returns(new Source.Clause("ZJ2021", "三(二)"), Verification.Ended::source);
    }

    @Test
    void tellsAFormerCopyFromTheOneThatReplacedIt() {
        var next = certificates.find(CLERK, replacements.replace(CLERK, id, "遗失", 0));

        assertThat(verifications.byToken(view.issue().token()).why()).isEqualTo(Why.REPLACED);
        assertThat(verifications.byToken(next.issue().token()).valid()).isTrue();
        assertThat(verifications.byName(number(), "水知白").valid()).isTrue();
    }

    @Test
    void knowsNothingOfTokensThatWereMadeUp() {
        assertThat(verifications.byToken("A".repeat(22)).why()).isEqualTo(Why.NO_MATCH);
        assertThat(verifications.byToken("../../etc").why()).isEqualTo(Why.NO_MATCH);
        assertThat(verifications.statement("A".repeat(22))).isEmpty();
    }

    @Test
    void isStatedSoThatAnybodyCanCheckItWithThePublishedKey() throws Exception {
        var stated = verifications.statement(view.issue().token()).orElseThrow();

        assertThat(stated.statement())
                .contains("number: " + number(), "holder: 水**", "status: ISSUED")
                .doesNotContain("水知白");
        assertThat(checks(stated, stated.statement())).isTrue();
        assertThat(checks(stated, stated.statement().replace("ISSUED", "REVOKED"))).isFalse();
    }

    /** As an outsider would: only what is published, nothing of ours. */
    private boolean checks(SignedStatement stated, String text) throws GeneralSecurityException {
        var key =
                signatures.publicKeys().stream()
                        .filter(each -> each.id().equals(stated.keyId()))
                        .findFirst()
                        .orElseThrow();
        var signature = Signature.getInstance(stated.algorithm());
        signature.initVerify(
                KeyFactory.getInstance(stated.algorithm())
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(key.key()))));
        signature.update((stated.context() + "\0" + text).getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(stated.signature()));
    }

    @Test
    void goesOnWhenTheKeysAreRotated() {
        keys.rotate(PROGRAM, Set.of(KeyKind.DATA));
        var column =
                columns.stream()
                        .filter(each -> each.name().startsWith("certificate."))
                        .findFirst()
                        .orElseThrow();
        assertThat(column.remaining()).isPositive();

        while (column.reencrypt(100) > 0) {}

        assertThat(column.remaining()).isZero();
        assertThat(verifications.byDocument(number(), document.number().substring(12)).valid())
                .isTrue();
        assertThat(verifications.byName(number(), "别人").why()).isEqualTo(Why.NO_MATCH);
    }
}
