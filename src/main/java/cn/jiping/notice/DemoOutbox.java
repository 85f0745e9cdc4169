package cn.jiping.notice;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * 演示发件箱: in the demo, e-mails and SMS stay on this machine and can be read on a page. Exists in the
 * demo only.
 */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
public class DemoOutbox implements SmsGateway, MailGateway {
    private final DeliveryStore store;
    private final BusinessClock clock;

    DemoOutbox(DeliveryStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What would have been sent. */
    public record Sent(
            Channel channel, String address, String subject, String text, Instant sentAt) {}

    @Override
    public SendOutcome send(SmsGateway.Message message) {
        return keep(Channel.SMS, message.phone(), "", message.text());
    }

    @Override
    public SendOutcome send(Mail mail) {
        return keep(Channel.EMAIL, mail.address(), mail.subject(), mail.text());
    }

    private SendOutcome keep(Channel channel, String address, String subject, String text) {
        store.keepForDemo(Ids.next(), new Sent(channel, address, subject, text, clock.now()));
        return new SendOutcome.Sent();
    }

    /** Newest first. */
    public Slice<Sent> sent(Paging paging) {
        return store.demoOutbox(paging);
    }
}
