package cn.jiping.browser;

import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.certificate.CertificateId;
import cn.jiping.certificate.CertificateView;
import cn.jiping.certificate.Certificates;
import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A certificate from its issue to its revocation, by its holder, the offices and the public. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({TestDatabase.class, CertificateFixtures.Configured.class})
@SuppressWarnings("NullAway.Init") // filled before each test
class CertificatesInTheBrowserTests {
    private static final Actor PROGRAM = Actor.program("tests");
    private static final String ALL = "/authority/certificates";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    @Autowired CertificateFixtures.Results results;
    @Autowired Certificates certificates;
    @Autowired Persons persons;
    private final IdentityDocument document = residentId(LocalDate.of(1985, 3, 12));
    private SignedIn people;
    private Visitor candidate;
    private CertificateView certificate;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
    }

    private void issueTo(Visitor visitor) {
        candidate = visitor;
        SignedIn.byCode("1390000" + (2000 + visitor.page().viewportSize().width), candidate);
        candidate.isAt("/my").visit("/account/identity");
        candidate.fill("姓名", "演示何清如").fill("证件号码", document.number()).press("提交");
        candidate.sees("身份信息已登记");
        var passed = results.passed(persons.findByDocument(document).orElseThrow());
        certificate = found(certificates.issue(PROGRAM, passed.session().id(), passed.id()));
    }

    private CertificateView found(CertificateId id) {
        return certificates.find(PROGRAM, id);
    }

    @ParameterizedTest
    @EnumSource
    void isPrintedHandedOutVerifiedAndRevoked(Screen screen) throws IOException {
        issueTo(browser.visitor(screen));
        candidate.visit("/my/certificates").follow("焊工 一级/高级技师");
        candidate.sees("证书有效").looksGood("my-certificate");
        print("/my/certificates/" + certificate.id() + "/pdf", "certificate");
        handOut(browser.visitor(screen));
        verify(browser.visitor(screen));
        revoke(screen);

        candidate.visit("/my/certificates/" + certificate.id()).sees("证书已被撤销");
        candidate.looksGood("my-certificate-revoked");
        var anybody = browser.visitor(screen);
        anybody.visit("/verify/" + certificate.issue().token()).sees("这本证书已被撤销");
        anybody.looksGood("verify-revoked");
    }

    private void print(String path, String name) throws IOException {
        var file = candidate.page().request().get(path);
        assertThat(file.status()).isEqualTo(200);
        try (var printed = Loader.loadPDF(file.body())) {
            var picture = new PDFRenderer(printed).renderImageWithDPI(0, 100);
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(picture, "png", SCREENSHOTS.resolve(name + "-pdf.png").toFile());
        }
    }

    private void handOut(Visitor visitor) {
        var county = people.as(Role.COUNTY_CLERK, visitor);
        county.visit(ALL).fill("证书编号或姓名", certificate.issue().number()).press("查找");
        county.sees("1 本证书").looksGood("certificates").follow("演示何清如");
        county.looksGood("certificate").follow("登记领证");
        county.expectingFailureOf(ALL + "/" + certificate.id() + "/hand-out").press("登记领证");
        county.sees("请写明由谁领取").looksGood("certificate-hand-out-error");
        county.fill("领取人", "本人").press("登记领证");
        county.sees("已登记领证").looksGood("certificate-handed-out");
    }

    private void verify(Visitor anybody) {
        anybody.visit("/verify").looksGood("verify");
        anybody.fill("证书编号", certificate.issue().number());
        anybody.fill("姓名，或证件号码后 6 位", "演示何清如").press("核验");
        anybody.sees("这本证书是真的，目前有效").sees("演****").looksGood("verify-valid");
        anybody.fill("姓名，或证件号码后 6 位", "演示何清茹").press("核验");
        anybody.sees("没有查到相符的证书").looksGood("verify-no-match");
        anybody.fill("证书编号", "S000033010217243000128").press("核验");
        anybody.sees("也不表示证书是真的").looksGood("verify-not-checked");
        anybody.expectingFailureOf("/verify").fill("证书编号", "").press("核验");
        anybody.sees("请填写证书上印的编号").looksGood("verify-error");
    }

    private void revoke(Screen screen) {
        var here = ALL + "/" + certificate.id();
        var clerk = people.as(Role.PROVINCE_CLERK, browser.visitor(screen));
        clerk.visit(here).follow("提出撤销");
        clerk.looksGood("certificate-revocation").check("考试舞弊");
        clerk.fill("理由", "经调查，理论考试由他人代考").press("提出撤销");
        clerk.sees("已提出撤销，等待确认").looksGood("certificate-contested");

        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(screen));
        approver.visit(here).follow("确认撤销");
        approver.sees("撤销演示何清如的证书吗").looksGood("certificate-confirm").press("确认撤销");
        approver.sees("证书已撤销").looksGood("certificate-revoked");
    }
}
