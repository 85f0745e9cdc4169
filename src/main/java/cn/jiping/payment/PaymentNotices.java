package cn.jiping.payment;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.shared.Scope;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the payer what became of an order and of the money. */
@Component
class PaymentNotices {
    private final Notices notices;
    private final PaymentOrderStore store;

    PaymentNotices(Notices notices, PaymentOrderStore store) {
        this.notices = notices;
        this.store = store;
    }

    @ApplicationModuleListener
    void tell(PaymentEvent event) {
        var code = code(event);
        var ref = event.order();
        var order = store.find(Scope.ofPerson(ref.payer()), ref.id()).orElseThrow();
        notices.send(
                new NoticeDraft(
                        new NoticeTemplate(
                                "payment." + code,
                                NoticeCategory.DECISION,
                                Channel.EMAIL,
                                Channel.SMS),
                        List.of(new Recipient.OfPerson(ref.payer())),
                        List.of(
                                Argument.of(order.terms().session().title()),
                                Argument.of(ref.amount().toString()),
                                Argument.of(order.terms().term().payUntil())),
                        new NoticeSubject(
                                "payment-order", ref.id().toString(), "/my/payments/" + ref.id()),
                        "payment/" + ref.id() + "/" + code + "/" + event.at()));
    }

    private static String code(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Opened _ -> "opened";
            case PaymentEvent.Paid _ -> "paid";
            case PaymentEvent.Lapsed _ -> "lapsed";
            case PaymentEvent.Cancelled _ -> "cancelled";
            case PaymentEvent.TakenInExcess _ -> "taken-in-excess";
            case PaymentEvent.Refunded _ -> "refunded";
        };
    }
}
