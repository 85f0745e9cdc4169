package cn.jiping.demo;

import cn.jiping.payment.LocalCallBacks;
import cn.jiping.payment.LocalGateway;
import cn.jiping.payment.LocalGateway.Decision;
import cn.jiping.payment.LocalGateway.Sending;
import cn.jiping.payment.Payments;
import cn.jiping.payment.SettlementFilter;
import cn.jiping.payment.SettlementStatus;
import cn.jiping.payment.Settlements;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.util.Objects;
import java.util.UUID;

/** 演示的缴费: at the gateway that moves no money, which fails, tells twice and tells late as asked. */
@InDemo
class Paying {
    private static final Paging ALL = new Paging(1, 20);

    private final Payments payments;
    private final LocalGateway gateway;
    private final LocalCallBacks callBacks;
    private final Settlements settlements;
    private final TheSession session;
    private final Registering registering;
    private final Countering countering;
    private final Actors actors;

    Paying(
            Payments payments,
            LocalGateway gateway,
            LocalCallBacks callBacks,
            Settlements settlements,
            TheSession session,
            Registering registering,
            Countering countering,
            Actors actors) {
        this.payments = payments;
        this.gateway = gateway;
        this.callBacks = callBacks;
        this.settlements = settlements;
        this.session = session;
        this.registering = registering;
        this.countering = countering;
        this.actors = actors;
    }

    /** Whoever was admitted pays. */
    void pay(Player player) {
        registering
                .own(player)
                .filter(view -> view.status() == ApplicationStatus.ADMITTED)
                .ifPresent(view -> pay(player, view));
    }

    private void pay(Player player, ApplicationView view) {
        if (player.fate() == Fate.PAYS_AT_THE_SECOND_TRY) {
            decide(begin(player, view), Decision.FAIL, Sending.ONCE);
            callBacks.send();
        }
        decide(begin(player, view), Decision.PAY, sending(player));
    }

    /** Where it is paid. */
    private String begin(Player player, ApplicationView view) {
        return player.fate().hasAPhone()
                ? payments.pay(actors.candidate(player), Objects.requireNonNull(view.order()))
                : countering.pay(player, view.id());
    }

    private static Sending sending(Player player) {
        if (player.fate() == Fate.PAYS_TOO_LATE) {
            return Sending.LATER;
        }
        return player.fate() == Fate.TOLD_TWICE ? Sending.TWICE : Sending.ONCE;
    }

    private void decide(String there, Decision decision, Sending sending) {
        gateway.decide(
                UUID.fromString(there.substring(there.lastIndexOf('/') + 1)), decision, sending);
    }

    /** What the gateway has to tell by now. */
    void tell() {
        callBacks.send();
    }

    /** 上缴结算: handed on by the city, confirmed by the province. */
    void settle(DivisionCode city) {
        var finance = actors.staff(Role.CITY_FINANCE, city);
        var all = new SettlementFilter(null, session.id().value());
        for (var row : settlements.list(finance, all, ALL).rows()) {
            if (row.status() == SettlementStatus.COUNTED) {
                settlements.declare(finance, session.id().value(), city);
            }
            if (row.status() != SettlementStatus.RECEIVED) {
                settlements.receive(
                        actors.staff(Role.PROVINCE_FINANCE, city), session.id().value(), city);
            }
        }
    }
}
