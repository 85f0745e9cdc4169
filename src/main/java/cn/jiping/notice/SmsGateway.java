package cn.jiping.notice;

/**
 * 短信网关: the port to an SMS provider. The message's id stays the same over all attempts, so that a
 * gateway can leave out what it has already sent.
 */
public interface SmsGateway {
    SendOutcome send(Message message);

    /** 短信. */
    record Message(String id, String phone, String text) {
        /** Never the number or the text: they must not reach a log by accident. */
        @Override
        public String toString() {
            return "SMS " + id;
        }
    }
}
