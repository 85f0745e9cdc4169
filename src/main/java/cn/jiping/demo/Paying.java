package cn.jiping.demo;

import cn.jiping.payment.LocalCallBacks;
import cn.jiping.payment.LocalGateway;
import cn.jiping.payment.LocalGateway.Decision;
import cn.jiping.payment.LocalGateway.Sending;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.Payments;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.shared.Actor;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 演示的缴费: at the gateway that moves no money, which fails, tells twice and tells late as asked. */
@InDemo
@Component
class Paying {
    private final Payments payments;
    private final LocalGateway gateway;
    private final LocalCallBacks callBacks;
    private final Registering registering;
    private final Actors actors;

    Paying(
            Payments payments,
            LocalGateway gateway,
            LocalCallBacks callBacks,
            Registering registering,
            Actors actors) {
        this.payments = payments;
        this.gateway = gateway;
        this.callBacks = callBacks;
        this.registering = registering;
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
        var actor = actors.candidate(player);
        var order = Objects.requireNonNull(view.order());
        if (player.fate() == Fate.PAYS_AT_THE_SECOND_TRY) {
            decide(actor, order, Decision.FAIL, Sending.ONCE);
            callBacks.send();
        }
        decide(actor, order, Decision.PAY, sending(player));
    }

    private static Sending sending(Player player) {
        if (player.fate() == Fate.PAYS_TOO_LATE) {
            return Sending.LATER;
        }
        return player.fate() == Fate.TOLD_TWICE ? Sending.TWICE : Sending.ONCE;
    }

    private void decide(Actor actor, OrderId order, Decision decision, Sending sending) {
        var there = payments.pay(actor, order);
        gateway.decide(
                UUID.fromString(there.substring(there.lastIndexOf('/') + 1)), decision, sending);
    }

    /** What the gateway has to tell by now. */
    void tell() {
        callBacks.send();
    }
}
