package cn.jiping.browser;

import static cn.jiping.person.PersonFixtures.residentId;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.FeeItem;
import cn.jiping.payment.OrderDraft;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.Payments;
import cn.jiping.payment.Settlements;
import cn.jiping.person.Persons;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A fee from the order to its refund, by the payer and by finance, at the gateway of the demo. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class PayingInTheBrowserTests {
    private static final Actor PROGRAM = Actor.program("tests");
    private static final LocalDate BORN = LocalDate.of(1985, 3, 12);
    private static final Jurisdiction ZHEJIANG = new Jurisdiction("33");
    private static final OrderDraft.Payee HANGZHOU =
            new OrderDraft.Payee(new DivisionCode("330100"), "杭州市");
    private static final OrderDraft.Session SESSION =
            new OrderDraft.Session(Ids.next(), "2021年下半年职业技能统一鉴定");

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    @Autowired Payments payments;
    @Autowired Settlements settlements;
    @Autowired Persons persons;
    @Autowired BusinessClock clock;
    private SignedIn people;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
    }

    @ParameterizedTest
    @EnumSource
    void failsThenPaysOnceThoughToldTwiceAndIsRefunded(Screen screen) {
        var candidate = browser.visitor(screen);
        var order = open(identified(candidate, "1390000" + (1000 + screen.width())));

        candidate.visit("/my/payments").follow("2021年下半年职业技能统一鉴定");
        candidate.sees("等您缴费").looksGood("payment-open").press("去缴费");
        candidate.sees("演示支付").looksGood("payment-gateway").press("支付失败");
        candidate.sees("支付没有成功，没有扣款").sees("等您缴费").press("去缴费");
        candidate.check("重复通知两次").press("支付 695.00 元");
        candidate.sees("已缴费").looksGood("payment-paid").follow("查看缴费凭证");
        candidate.sees("支付交易号").looksGood("payment-voucher");

        var finance = people.as(Role.CITY_FINANCE, browser.visitor(screen));
        finance.visit("/authority/payments").looksGood("payments");
        finance.visit("/authority/payments/" + order).follow("退费");
        finance.expectingFailureOf("/authority/payments/" + order + "/refund").press("退费");
        finance.sees("请写明理由").looksGood("payment-refund-error");
        finance.fill("退费理由", "本人因病退考").press("退费");
        finance.sees("退费已办理").looksGood("payment-refunding");
        clock.runDueWork();

        candidate.visit("/my/payments/" + order).sees("费用已退回").sees("本人因病退考");
        candidate.looksGood("payment-refunded");
    }

    @ParameterizedTest
    @EnumSource
    void handsTheShareOfTheProvinceOn(Screen screen) {
        var session = new OrderDraft.Session(Ids.next(), "2021年统一鉴定 " + screen);
        settlements.settle(
                PROGRAM,
                new Settlements.SettlementDraft(
                        session, HANGZHOU, ZHEJIANG, LocalDate.of(2021, 10, 23), 217));
        var list = "/authority/payments/settlements?session=" + session.id();

        var city = people.as(Role.CITY_FINANCE, browser.visitor(screen));
        city.visit(list).follow("办理上缴");
        city.sees("杭州市已向省里上缴 10850.00 元吗？").looksGood("settlement-declare").press("办理上缴");
        city.sees("上缴已办理");

        var province = people.as(Role.PROVINCE_FINANCE, browser.visitor(screen));
        province.visit(list).follow("确认收到");
        province.sees("已收到杭州市上缴的 10850.00 元吗？").press("确认收到");
        province.sees("已确认收到").looksGood("settlements-received");
        province.visit("/authority/payments/reconciliation").looksGood("payment-reconciliation");
    }

    private PersonId identified(Visitor candidate, String phone) {
        var document = residentId(BORN);
        SignedIn.byCode(phone, candidate);
        candidate.isAt("/my").visit("/account/identity");
        candidate.fill("姓名", "演示何清如").fill("证件号码", document.number()).press("提交");
        candidate.sees("身份信息已登记");
        return persons.findByDocument(document).orElseThrow();
    }

    private OrderId open(PersonId payer) {
        var fees =
                payments.fees(
                        ZHEJIANG,
                        LocalDate.of(2021, 7, 1),
                        SkillLevel.SENIOR_TECHNICIAN,
                        EnumSet.allOf(FeeItem.class));
        var registration = Ids.next().toString();
        return payments.open(
                PROGRAM,
                new OrderDraft(
                        new OrderDraft.About("registration", registration),
                        SESSION,
                        new OrderDraft.Payer(payer, "演示何清如"),
                        HANGZHOU,
                        fees.value(),
                        new OrderDraft.Term(
                                clock.today().plusDays(3), new Source.Clause("ZJ2021", "一(二)")),
                        registration));
    }
}
