package cn.jiping.payment;

import static cn.jiping.payment.PaymentFixtures.CITY_FINANCE;
import static cn.jiping.payment.PaymentFixtures.HANGZHOU;
import static cn.jiping.payment.PaymentFixtures.NINGBO_FINANCE;
import static cn.jiping.payment.PaymentFixtures.PROGRAM;
import static cn.jiping.payment.PaymentFixtures.PROVINCE_FINANCE;
import static cn.jiping.payment.PaymentFixtures.candidate;
import static cn.jiping.payment.PaymentFixtures.draft;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, PagesAs.class, FakeGateway.Configured.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class UsingThePaymentPagesTests {
    private static final String ORDERS = "/authority/payments";

    @Autowired WebApplicationContext context;
    @Autowired Payments payments;
    @Autowired Settlements settlements;
    @Autowired SignedMessages messages;
    @Autowired FakeGateway gateway;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;

    private final PersonId person = PersonId.next();
    private final Actor payer = candidate(person);

    @Test
    void tellsThePayerWhatToDoUntilWhenAndByWhichClause() {
        var id = open();

        assertThat(get(payer, "/my/payments")).contains("2021年下半年职业技能统一鉴定", "695.00", "待缴费");
        assertThat(get(payer, "/my/payments/" + id))
                .contains("等您缴费", "缴 695.00 元", "去缴费", "浙江 2021 通知 一(二)", "综合评审", "准许")
                .doesNotContain("??", "查看缴费凭证");
    }

    @Test
    void sendsThePayerToTheGateway() {
        var id = open();

        var sent = post(payer, "/my/payments/" + id + "/pay");

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(sent.getResponse().getRedirectedUrl()).startsWith("/gateway/");
    }

    @Test
    void showsTheVoucherOncePaid() {
        var id = open();
        assertThat(page(payer, "/my/payments/" + id + "/voucher")).hasStatus(404);

        tell("V1", id);

        assertThat(get(payer, "/my/payments/" + id)).contains("已缴费", "查看缴费凭证").doesNotContain("准许");
        assertThat(get(payer, "/my/payments/" + id + "/voucher"))
                .contains("缴费凭证", "V1", "695.00 元", "杭州市");
    }

    @Test
    void takesACallBackThatTheGatewaySigned() {
        var id = open();
        var body = messages.write(FakeGateway.paid("H1", id));

        assertThat(callBack(body, messages.sign(body))).hasStatusOk().bodyText().contains("PAID");
        assertThat(callBack(body, messages.sign(body))).hasStatusOk().bodyText().contains("KNOWN");
        assertThat(callBack(body + " ", messages.sign(body)))
                .hasStatus4xxClientError()
                .bodyText()
                .contains("payment.forged");
        assertThat(callBack("x".repeat(100_000), "")).hasStatus4xxClientError();
    }

    @Test
    void refusesACallBackBeforeItsOrderIsKeptAndTakesTheSameOnceAfterwards() {
        var early = new ArrayList<MvcTestResult>();
        var id =
                Objects.requireNonNull(
                        transaction.execute(_ -> {
                            var order = open();
                            early.add(supplyAsync(() -> paid("H2", order)).join());
                            return order;
                        }));
        assertThat(early.getFirst())
                .hasStatus4xxClientError()
                .bodyText()
                .contains("payment.unknown-order");

        assertThat(paid("H2", id)).hasStatusOk().bodyText().contains("PAID");
        assertThat(paid("H2", id)).hasStatusOk().bodyText().contains("KNOWN");
        assertThat(payments.find(payer, id).receipts()).hasSize(1);
    }

    private MvcTestResult paid(String number, OrderId order) {
        var body = messages.write(FakeGateway.paid(number, order));
        return callBack(body, messages.sign(body));
    }

    @Test
    void refundsWithAReasonOnly() {
        var id = open();
        tell("F1", id);

        assertThat(get(CITY_FINANCE, ORDERS + "/" + id)).contains("F1", "退费");
        assertThat(get(CITY_FINANCE, ORDERS + "/" + id + "/refund")).contains("退回 695.00 元吗");
        assertThat(post(CITY_FINANCE, ORDERS + "/" + id + "/refund"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(post(CITY_FINANCE, ORDERS + "/" + id + "/refund", "reason", "申报人退考"))
                .hasStatus3xxRedirection();

        assertThat(get(payer, "/my/payments/" + id)).contains("正在退费", "申报人退考", "退款中");
    }

    @Test
    void findsFiltersAndExportsTheOrdersOfItsCityOnly() throws IOException {
        var id = open();
        var number = payments.find(payer, id).number();

        assertThat(get(CITY_FINANCE, ORDERS + "?q=" + number)).contains(number, "1 个订单");
        assertThat(get(CITY_FINANCE, ORDERS + "?status=PAID&q=" + number)).contains("没有缴费订单");
        assertThat(get(PROVINCE_FINANCE, ORDERS + "?city=330100&sort=-amount&q=" + number))
                .contains(number);
        assertThat(exported(CITY_FINANCE, ORDERS + "/export?q=" + number)).isEqualTo(1);
        assertThat(get(NINGBO_FINANCE, ORDERS + "?q=" + number)).doesNotContain(number + "<");
        assertThat(exported(NINGBO_FINANCE, ORDERS + "/export?q=" + number)).isZero();
        assertThat(page(NINGBO_FINANCE, ORDERS + "/" + id)).hasStatus(404);
        assertThat(page(NINGBO_FINANCE, ORDERS + "/" + id + "/refund")).hasStatus(404);
        assertThat(post(NINGBO_FINANCE, ORDERS + "/" + id + "/refund", "reason", "无权"))
                .hasStatus(404);
        assertThat(page(candidate(PersonId.next()), "/my/payments/" + id)).hasStatus(404);
    }

    @Test
    void handsOnByOneAndIsConfirmedByAnother() throws IOException {
        var session = settled();
        var here = ORDERS + "/settlements/" + session + "/330100";
        assertThat(get(CITY_FINANCE, ORDERS + "/settlements?session=" + session))
                .contains("杭州市", "217", "10850.00", "待上缴");
        assertThat(get(CITY_FINANCE, here + "/declare")).contains("杭州市已向省里上缴 10850.00 元吗");
        assertThat(page(NINGBO_FINANCE, here + "/declare")).hasStatus(404);
        assertThat(post(NINGBO_FINANCE, here + "/declare")).hasStatus(404);

        assertThat(post(CITY_FINANCE, here + "/declare")).hasStatus3xxRedirection();
        assertThat(post(PROVINCE_FINANCE, here + "/receive")).hasStatus3xxRedirection();

        var list = ORDERS + "/settlements?status=RECEIVED&session=" + session;
        assertThat(get(PROVINCE_FINANCE, list)).contains("已确认收到", "省级财务", "杭州财务");
        assertThat(get(NINGBO_FINANCE, list)).doesNotContain("217");
        assertThat(exported(NINGBO_FINANCE, ORDERS + "/settlements/export?session=" + session))
                .isZero();
        assertThat(exported(CITY_FINANCE, ORDERS + "/settlements/export?session=" + session))
                .isEqualTo(1);
    }

    @Test
    void listsWhatTheGatewayAndTheBooksDifferIn() throws IOException {
        var id = open();
        tell("D1", id);
        var page = ORDERS + "/reconciliation";

        assertThat(get(PROVINCE_FINANCE, page + "?day=2021-08-01"))
                .contains("D1", "平台有，网关没有", "695.00");
        assertThat(exported(PROVINCE_FINANCE, page + "/export?day=2021-08-01")).isPositive();
        assertThat(get(PROVINCE_FINANCE, page + "?day=nonsense")).contains("网关和平台的账一致");
    }

    private UUID settled() {
        var session = Ids.next();
        settlements.settle(
                PROGRAM,
                new Settlements.SettlementDraft(
                        new OrderDraft.Session(session, "2021年下半年职业技能统一鉴定"),
                        new OrderDraft.Payee(HANGZHOU, "杭州市"),
                        new Jurisdiction("33"),
                        LocalDate.of(2021, 10, 23),
                        217));
        return session;
    }

    private OrderId open() {
        return payments.open(PROGRAM, draft(person, clock.today().plusDays(7)));
    }

    private void tell(String number, OrderId order) {
        assertThat(gateway.tell(payments, FakeGateway.paid(number, order)))
                .isEqualTo(CallBackOutcome.PAID);
    }

    private MvcTestResult callBack(String body, String signature) {
        return PagesAs.actor(context, Actor.anybody("test"))
                .post()
                .uri("/api/v1/payments/callback")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Jiping-Signature", signature)
                .content(body)
                .exchange();
    }

    private MvcTestResult page(Actor actor, String path) {
        return PagesAs.actor(context, actor).get().uri(path).exchange();
    }

    private String get(Actor actor, String path) {
        var page = page(actor, path);
        assertThat(page).as(path).hasStatusOk();
        return text(page);
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(Actor actor, String path, String... field) {
        var request = PagesAs.actor(context, actor).post().uri(path);
        return (field.length == 0 ? request : request.param(field[0], field[1])).exchange();
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
