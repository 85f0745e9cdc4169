package cn.jiping.browser;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.FeeItem;
import cn.jiping.payment.FeeLine;
import cn.jiping.payment.LocalCallBacks;
import cn.jiping.payment.LocalGateway;
import cn.jiping.payment.Money;
import cn.jiping.payment.OrderDraft;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.Payments;
import cn.jiping.payment.Settlements;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 缴费: an order, open or paid, and what the city hands on. */
final class PaymentMatters {
    private static final UUID SESSION = Ids.next();

    private final Matters matters;

    PaymentMatters(Matters matters) {
        this.matters = matters;
    }

    /** 缴费订单: open, until in a week. */
    OrderId order(PersonId payer) {
        var registration = Ids.next().toString();
        return matters.the(Payments.class)
                .open(
                        Matters.PROGRAM,
                        new OrderDraft(
                                new OrderDraft.About("registration", registration),
                                new OrderDraft.Session(SESSION, "2021年下半年职业技能统一鉴定"),
                                new OrderDraft.Payer(payer, "演示沈清和"),
                                new OrderDraft.Payee(Matters.HANGZHOU, "杭州市"),
                                List.of(
                                        new FeeLine(
                                                FeeItem.THEORY,
                                                Money.ofYuan(35),
                                                new Source.Practice("定额"))),
                                new OrderDraft.Term(
                                        matters.the(BusinessClock.class).today().plusDays(7),
                                        new Source.Clause("ZJ2021", "一(二)")),
                                registration));
    }

    /** Where the payer pays. */
    String gateway(PersonId payer, OrderId order) {
        return matters.the(Payments.class).pay(SeasonMatters.candidate(payer), order);
    }

    OrderId paid(OrderId order) {
        var view = matters.the(Payments.class).find(Matters.PROGRAM, order);
        var there = gateway(view.terms().payer().person(), order);
        matters.the(LocalGateway.class)
                .decide(
                        UUID.fromString(there.substring(there.lastIndexOf('/') + 1)),
                        LocalGateway.Decision.PAY,
                        LocalGateway.Sending.ONCE);
        matters.the(LocalCallBacks.class).send();
        return order;
    }

    /** 上缴结算 of Hangzhou; the session it belongs to. */
    UUID settlement() {
        matters.the(Settlements.class)
                .settle(
                        Matters.PROGRAM,
                        new Settlements.SettlementDraft(
                                new OrderDraft.Session(SESSION, "2021年下半年职业技能统一鉴定"),
                                new OrderDraft.Payee(Matters.HANGZHOU, "杭州市"),
                                new Jurisdiction("33"),
                                LocalDate.of(2021, 10, 23),
                                217));
        return SESSION;
    }
}
