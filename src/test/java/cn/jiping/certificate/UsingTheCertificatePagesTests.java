package cn.jiping.certificate;

import static cn.jiping.certificate.CertificateFixtures.APPROVER;
import static cn.jiping.certificate.CertificateFixtures.CITY;
import static cn.jiping.certificate.CertificateFixtures.CLERK;
import static cn.jiping.certificate.CertificateFixtures.COUNTY;
import static cn.jiping.certificate.CertificateFixtures.OTHER_CITY;
import static cn.jiping.certificate.CertificateFixtures.OTHER_COUNTY;
import static cn.jiping.certificate.CertificateFixtures.PROGRAM;
import static cn.jiping.certificate.CertificateFixtures.document;
import static cn.jiping.certificate.CertificateFixtures.holder;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, PagesAs.class, CertificateFixtures.Configured.class})
@SuppressWarnings("NullAway.Init") // filled before each test
class UsingTheCertificatePagesTests {
    private static final String ALL = "/authority/certificates";
    private static final String IN_SESSION = ALL + "/sessions/" + CertificateFixtures.SESSION.id();
    private static final Actor PUBLIC = Actor.anybody("test");

    @Autowired WebApplicationContext context;
    @Autowired Certificates certificates;
    @Autowired CertificateFixtures.Results results;
    @Autowired Persons persons;

    private final IdentityDocument document = document();
    private Actor holder;
    private CertificateView view;

    @BeforeEach
    void issue() {
        var passed = results.passed(persons, "水知白", document);
        holder = holder(passed.candidate().person());
        view =
                certificates.find(
                        CLERK, certificates.issue(PROGRAM, passed.session().id(), passed.id()));
    }

    private String here() {
        return ALL + "/" + view.id();
    }

    private String number() {
        return view.issue().number();
    }

    @Test
    void showsTheHolderTheirCertificateWithTheNumberMasked() {
        assertThat(get(holder, "/my/certificates")).contains("焊工 一级/高级技师", number(), "待领取");
        assertThat(get(holder, "/my/certificates/" + view.id()))
                .contains("证书有效", "浙江省人力资源和社会保障厅", "下载电子证书", "杭州市西湖区")
                .doesNotContain("??", document.number());
        assertThat(get(holder(PersonId.next()), "/my/certificates")).contains("还没有证书");
    }

    @Test
    void printsTheCertificateAsPdfWithEverythingOnIt() throws IOException {
        var text = pdf(holder, "/my/certificates/" + view.id() + "/pdf");

        assertThat(text)
                .contains("职业资格证书", "水知白", document.number(), "焊工", "一级/高级技师")
                .contains(number(), "浙江省人力资源和社会保障厅", "/verify")
                .doesNotContain("??", "{0}");
    }

    @Test
    void isNobodyElses() {
        var paths =
                List.of("/my/certificates/" + view.id(), "/my/certificates/" + view.id() + "/pdf");
        var stranger = holder(PersonId.next());

        assertThat(paths).allSatisfy(path -> assertThat(page(stranger, path)).hasStatus(404));
    }

    @Test
    void isNoneOfTheNeighboursBusiness() throws IOException {
        var steps = List.of("/place", "/hand-out", "/revocation", "/replacement");
        var decisions = List.of("/revocation/confirm", "/revocation/reject");
        var gets = Stream.of(List.of("", "/pdf"), steps, decisions).flatMap(List::stream).toList();
        for (var neighbour : List.of(OTHER_CITY, OTHER_COUNTY)) {
            assertThat(gets)
                    .allSatisfy(path -> assertThat(page(neighbour, here() + path)).hasStatus(404));
            assertThat(Stream.concat(steps.stream(), decisions.stream()))
                    .allSatisfy(path ->
                            assertThat(
                                            post(
                                                    neighbour,
                                                    here() + path,
                                                    "seen",
                                                    "0",
                                                    "to",
                                                    "本人",
                                                    "reason",
                                                    "无权办理这一本",
                                                    "ground",
                                                    "CHEATING"))
                                    .hasStatus(404));
            assertThat(get(neighbour, ALL + "?q=" + number())).doesNotContain(number() + "<");
            assertThat(exported(neighbour, ALL + "/export?q=" + number())).isZero();
            assertThat(page(neighbour, IN_SESSION + "/print?q=" + number())).hasStatus(404);
            assertThat(page(neighbour, IN_SESSION + "/receipts")).hasStatus(404);
        }
    }

    @Test
    void findsFiltersSortsAndExports() throws IOException {
        assertThat(get(CITY, ALL + "?q=" + number())).contains(number(), "1 本证书", "西湖区");
        assertThat(get(COUNTY, ALL + "?q=" + number() + "&place=330106&handed=no&sort=-holder"))
                .contains(number());
        assertThat(get(CITY, ALL + "?status=REVOKED&q=" + number())).contains("没有符合条件的证书");
        assertThat(get(CLERK, ALL + "?session=" + CertificateFixtures.SESSION.id()))
                .contains("浙江省2021年10月职业资格全省统一鉴定");
        assertThat(get(CITY, ALL + "?session=nonsense&place=x&sort=y")).contains(number());
        assertThat(exported(CITY, ALL + "/export?q=" + number())).isEqualTo(1);
    }

    @Test
    void printsAWholeCityWithItsCountiesOneAPage() throws IOException {
        var passed = results.passed(persons, "沈明远", document());
        certificates.issue(PROGRAM, passed.session().id(), passed.id());

        var text = pdf(CITY, IN_SESSION + "/print?place=330100&sort=number");

        assertThat(text).contains("水知白", "沈明远");
        assertThat(text.split("特发此证", -1)).hasSizeGreaterThan(2);
    }

    @Test
    void listsWhoSignsForWhichCertificate() throws IOException {
        assertThat(pdf(COUNTY, IN_SESSION + "/receipts?place=330106"))
                .contains("职业资格证书领取签收表", "水知白", number(), "第 1 页");
    }

    @Test
    void handsItOutAgainstANameOnce() {
        assertThat(get(COUNTY, here() + "/hand-out")).contains("谁领走了这本证书");
        assertThat(post(COUNTY, here() + "/hand-out", "seen", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明由谁领取");
        assertThat(post(COUNTY, here() + "/hand-out", "seen", "0", "to", "本人"))
                .hasStatus3xxRedirection();

        assertThat(get(COUNTY, here())).contains("领取人：本人；经办：何清如");
        assertThat(post(COUNTY, here() + "/hand-out", "seen", "0", "to", "他人")).hasStatus(409);
    }

    @Test
    void revokesByTwoPersonsAndShowsItEverywhereAtOnce() {
        var propose = new String[] {"seen", "0", "ground", "CHEATING", "reason", "替考查实"};
        assertThat(post(CLERK, here() + "/revocation", "seen", "0", "reason", "替考"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择撤销事由");
        assertThat(post(CITY, here() + "/revocation", propose))
                .hasStatus(422)
                .bodyText()
                .contains("这本证书由浙江省人力资源和社会保障厅核发");
        assertThat(post(CLERK, here() + "/revocation", propose)).hasStatus3xxRedirection();
        assertThat(get(APPROVER, here())).contains("等待确认", "替考查实", "考试舞弊");
        assertThat(get(APPROVER, here() + "/revocation/confirm")).contains("撤销水知白的证书吗");
        assertThat(post(APPROVER, here() + "/revocation/confirm", "seen", "1"))
                .hasStatus3xxRedirection();

        assertThat(get(holder, "/my/certificates/" + view.id())).contains("证书已被撤销", "替考查实");
        assertThat(get(PUBLIC, "/verify/" + view.issue().token())).contains("无效", "考试舞弊");
        assertThat(page(holder, "/my/certificates/" + view.id() + "/pdf")).hasStatus(422);
    }

    @Test
    void replacesALostOne() {
        assertThat(get(CLERK, here() + "/replacement")).contains("补发或更正这本证书吗");
        assertThat(post(CLERK, here() + "/replacement", "seen", "0", "reason", "本人遗失"))
                .hasStatus3xxRedirection();

        assertThat(get(holder, "/my/certificates")).contains("已换发", "有效");
        assertThat(get(PUBLIC, "/verify/" + view.issue().token())).contains("这一本已经作废");
    }

    @Test
    void tellsAnybodyWhetherItIsValid() {
        assertThat(get(PUBLIC, "/verify")).contains("核验证书", "姓名，或证件号码后 6 位");
        assertThat(verify(number(), "水知白"))
                .hasStatusOk()
                .bodyText()
                .contains("这本证书是真的，目前有效", "水**", "下载签名声明")
                .doesNotContain("??");
        assertThat(verify(number(), document.number().substring(12))).bodyText().contains("目前有效");
        assertThat(verify(number(), "水知黑")).bodyText().contains("没有查到相符的证书");
        assertThat(verify("S000033010217243000128", "水知白")).bodyText().contains("也不表示证书是真的");
        assertThat(verify("", "")).hasStatus(400);
        assertThat(get(PUBLIC, "/verify/" + view.issue().token())).contains("目前有效");
    }

    private MvcTestResult verify(String number, String holder) {
        return post(PUBLIC, "/verify", "number", number, "holder", holder);
    }

    @Test
    void tellsProgramsTheSame() {
        var api = "/api/v1/certificates/" + number() + "/verification";

        assertThat(get(PUBLIC, api + "?name=水知白"))
                .contains("\"VALID\"", "\"IN_FORCE\"", "\"水**\"", "\"level\":\"1\"");
        assertThat(get(PUBLIC, api + "?tail=" + document.number().substring(12)))
                .contains("\"VALID\"");
        assertThat(get(PUBLIC, api + "?name=水知黑")).contains("\"NO_MATCH\"", "\"certificate\":null");
        assertThat(page(PUBLIC, api)).hasStatus(400);
        assertThat(page(PUBLIC, api + "?name=水知白&tail=123456")).hasStatus(400);
        assertThat(get(PUBLIC, "/api/v1/certificates/statements/" + view.issue().token()))
                .contains("certificate.statement", "Ed25519", "number: " + number());
        assertThat(page(PUBLIC, "/api/v1/certificates/statements/" + "A".repeat(22)))
                .hasStatus(404);
    }

    @Test
    void letsNobodyTryOutNumbers() {
        var statuses =
                Stream.generate(() -> verifyFrom("203.0.113.9", "猜").getResponse().getStatus())
                        .limit(40)
                        .toList();

        assertThat(statuses.subList(0, 30)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
        assertThat(verifyFrom("203.0.113.9", "水知白")).hasStatus(429);
        assertThat(verifyFrom("203.0.113.10", "水知白")).hasStatusOk();
    }

    private MvcTestResult verifyFrom(String address, String name) {
        return PagesAs.actor(context, PUBLIC)
                .get()
                .uri("/api/v1/certificates/" + number() + "/verification?name=" + name)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult page(Actor actor, String path) {
        return PagesAs.actor(context, actor).get().uri(path).exchange();
    }

    private String get(Actor actor, String path) {
        var page = page(actor, path);
        assertThat(page).as(path).hasStatusOk();
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(Actor actor, String path, String... fields) {
        var request = PagesAs.actor(context, actor).post().uri(path);
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private String pdf(Actor actor, String path) throws IOException {
        var file = page(actor, path);
        assertThat(file).as(path).hasStatusOk();
        try (var document = Loader.loadPDF(file.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private int exported(Actor actor, String path) throws IOException {
        var file = page(actor, path);
        assertThat(file).hasStatusOk();
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
            return book.getSheetAt(0).getLastRowNum();
        }
    }
}
