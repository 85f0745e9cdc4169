package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 收费: opens orders, has them paid at the gateway, takes the money in and sends it back. */
@Service
public class Payments {
    private static final int LONGEST_REASON = 200;

    private final PaymentOrderStore store;
    private final OrderListStore lists;
    private final OrderSteps steps;
    private final CallBacks callBacks;
    private final Policies policies;
    private final ObjectProvider<PaymentGateway> gateways;
    private final BusinessClock clock;

    Payments(
            PaymentOrderStore store,
            OrderListStore lists,
            OrderSteps steps,
            CallBacks callBacks,
            Policies policies,
            ObjectProvider<PaymentGateway> gateways,
            BusinessClock clock) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.callBacks = callBacks;
        this.policies = policies;
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * What the items cost at the level, by the law of the day the session was announced; a resit
     * names only what is taken again.
     *
     * @throws NoRule where nothing is fixed
     */
    public Finding<List<FeeLine>> fees(
            Jurisdiction jurisdiction,
            LocalDate announcedOn,
            SkillLevel level,
            Set<FeeItem> items) {
        return new FeeRule(policies.book().in(jurisdiction, announcedOn)).lines(level, items);
    }

    /** Opens the order in the caller's transaction; under a known key it is the one there is. */
    @Transactional
    public OrderId open(Actor actor, OrderDraft draft) {
        return steps.open(actor, draft);
    }

    /**
     * 去缴费: starts a payment, or finds the one that is running.
     *
     * @return where the payer goes to pay
     * @throws NotFound if the actor is not the payer
     * @throws PaymentRefused if the order may not be paid now, or there is no gateway
     */
    public String pay(Actor actor, OrderId id) {
        return pay(actor, id, "/my/payments/" + id);
    }

    /**
     * 去缴费, from another page than the payer's own.
     *
     * @param back where one comes to afterwards
     * @throws NotFound if the actor does not act for the payer
     * @throws PaymentRefused as {@link #pay(Actor, OrderId)}
     */
    public String pay(Actor actor, OrderId id, String back) {
        var gateway = gateways.getIfAvailable();
        if (gateway == null) {
            throw PaymentRefused.noGateway();
        }
        return gateway.start(steps.begin(actor, id, back));
    }

    /**
     * 回调: takes a message of the gateway, once however often it comes. Nobody is told why a forged
     * one is refused.
     *
     * @throws PaymentRefused if there is no gateway
     */
    public CallBackOutcome received(String body, String signature) {
        var gateway = gateways.getIfAvailable();
        if (gateway == null) {
            throw PaymentRefused.noGateway();
        }
        return gateway.read(body, signature)
                .map(callBacks::take)
                .orElseGet(() -> callBacks.forged(digest(body)));
    }

    private static String digest(String body) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Takes an unpaid order back, by the key it was opened under; nothing happens if there is none
     * or it is off already.
     *
     * @throws PaymentRefused if it was paid or has lapsed
     */
    @Transactional
    public void cancel(Actor actor, UUID session, String key, String reason) {
        steps.cancel(actor, session, key, requireReason(reason));
    }

    /**
     * 退费: has the fee of a paid order sent back; done when the gateway says so.
     *
     * @throws NotFound if it lies outside the actor's scope
     * @throws PaymentRefused if it was never paid
     */
    @Transactional
    public void refund(Actor actor, OrderId id, String reason, Source source) {
        steps.refund(actor, id, requireReason(reason), source);
    }

    private static String requireReason(String reason) {
        var given = reason.strip();
        if (given.isEmpty() || given.codePointCount(0, given.length()) > LONGEST_REASON) {
            throw InvalidInput.of("reason", "payment.reason", LONGEST_REASON);
        }
        return given;
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public OrderView find(Actor actor, OrderId id) {
        return store.find(actor.scope(), id)
                .map(order -> OrderView.of(order, clock.now()))
                .orElseThrow(() -> new NotFound("payment-order", id));
    }

    @Transactional(readOnly = true)
    public Slice<OrderRow> list(Actor actor, OrderFilter filter, Paging paging) {
        return lists.list(actor.scope(), filter, paging);
    }

    public void export(Actor actor, OrderFilter filter, Consumer<OrderRow> each) {
        lists.export(actor.scope(), filter, each);
    }

    /** A person's own orders, newest first. */
    @Transactional(readOnly = true)
    public List<OrderRow> listOf(Actor actor, PersonId payer) {
        return lists.listOf(actor.scope(), payer);
    }

    /** The sessions one may filter by. */
    public List<OrderDraft.Session> sessions(Actor actor) {
        return lists.listSessions(actor.scope());
    }

    /** The cities one may filter by. */
    public List<OrderDraft.Payee> cities(Actor actor) {
        return lists.listCities(actor.scope());
    }
}
