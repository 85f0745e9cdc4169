package cn.jiping.notice;

import cn.jiping.account.CodeDelivery;
import cn.jiping.shared.Ids;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * 验证码短信: goes out at once and beside the request, is kept nowhere and not tried again; whoever did
 * not get one asks for another.
 */
@Component
@Fallback
class SmsCodes implements CodeDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(SmsCodes.class);

    private final Gateways gateways;
    private final NoticeTexts texts;

    SmsCodes(Gateways gateways, NoticeTexts texts) {
        this.gateways = gateways;
        this.texts = texts;
    }

    @Override
    public boolean ready() {
        return gateways.smsReady();
    }

    @Override
    public void deliver(String phone, String code, Duration validFor) {
        var message =
                new SmsGateway.Message(
                        Ids.next().toString(), phone, texts.code(code, validFor.toMinutes()));
        Thread.ofVirtual().name("sms-code").start(() -> send(message));
    }

    private void send(SmsGateway.Message message) {
        switch (gateways.send(message)) {
            case SendOutcome.Sent() -> LOG.debug("Code {} sent", message.id());
            case SendOutcome.NotConfigured() ->
                    LOG.warn("No SMS gateway; code {} not sent", message.id());
            case SendOutcome.TryLater(var problem) ->
                    LOG.warn("Code {} not sent: {}", message.id(), problem);
            case SendOutcome.Rejected(var problem) ->
                    LOG.warn("Code {} refused: {}", message.id(), problem);
        }
    }
}
