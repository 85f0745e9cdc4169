package cn.jiping.payment;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 上缴结算: what one city hands on for one session, declared by the city, received by the province. */
final class Settlement {
    private final OrderDraft.Session session;
    private final OrderDraft.Payee city;
    private Count count;
    private SettlementStatus status;
    private @Nullable Signed declared;
    private @Nullable Signed received;

    Settlement(
            OrderDraft.Session session,
            OrderDraft.Payee city,
            Count count,
            SettlementStatus status,
            @Nullable Signed declared,
            @Nullable Signed received) {
        this.session = session;
        this.city = city;
        this.count = count;
        this.status = status;
        this.declared = declared;
        this.received = received;
    }

    /** 核定: how many were finally confirmed, and what that comes to by which clause. */
    record Count(int persons, Money amount, Source source, Instant at) {}

    /** 签署: who did a step, and when. */
    record Signed(String by, @Nullable PersonId person, @Nullable AccountId account, Instant at) {
        static Signed of(Actor actor, Instant at) {
            return new Signed(actor.name(), actor.person(), actor.account(), at);
        }

        boolean isBy(Actor actor) {
            return person != null
                    ? person.equals(actor.person())
                    : Objects.equals(account, actor.account());
        }
    }

    static Settlement counted(OrderDraft.Session session, OrderDraft.Payee city, Count count) {
        return new Settlement(session, city, count, SettlementStatus.COUNTED, null, null);
    }

    /**
     * Takes another final number; false if it is the same.
     *
     * @throws PaymentRefused if the city has handed the money on
     */
    boolean recount(Count again) {
        if (again.persons() == count.persons()) {
            return false;
        }
        if (status != SettlementStatus.COUNTED) {
            throw PaymentRefused.alreadyDeclared(count.persons());
        }
        count = again;
        return true;
    }

    /** False if it was declared before. */
    boolean declare(Actor actor, Instant now) {
        if (!status.mayBecome(SettlementStatus.DECLARED)) {
            return false;
        }
        status = SettlementStatus.DECLARED;
        declared = Signed.of(actor, now);
        return true;
    }

    /**
     * False if it was received before.
     *
     * @throws PaymentRefused if it was not declared, or whoever declared it would confirm it
     */
    boolean receive(Actor actor, Instant now) {
        if (status == SettlementStatus.RECEIVED) {
            return false;
        }
        if (declared == null) {
            throw PaymentRefused.notDeclared();
        }
        if (declared.isBy(actor)) {
            throw PaymentRefused.samePerson();
        }
        status = SettlementStatus.RECEIVED;
        received = Signed.of(actor, now);
        return true;
    }

    OrderDraft.Session session() {
        return session;
    }

    OrderDraft.Payee city() {
        return city;
    }

    Count count() {
        return count;
    }

    SettlementStatus status() {
        return status;
    }

    @Nullable Signed declared() {
        return declared;
    }

    @Nullable Signed received() {
        return received;
    }
}
