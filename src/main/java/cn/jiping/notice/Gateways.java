package cn.jiping.notice;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The ways out that this installation has: e-mail through the SMTP server where one is given, SMS
 * through the gateway somebody adds as a bean. The demo keeps both on this machine.
 */
@Component
class Gateways {
    private final SmtpMail smtp;
    private final ObjectProvider<SmsGateway> sms;
    private final ObjectProvider<DemoOutbox> demo;

    Gateways(SmtpMail smtp, ObjectProvider<SmsGateway> sms, ObjectProvider<DemoOutbox> demo) {
        this.smtp = smtp;
        this.sms = sms;
        this.demo = demo;
    }

    /** Whether SMS reach phones; in the demo they do not, and codes are shown where asked for. */
    boolean smsReady() {
        var gateway = sms.getIfAvailable();
        return gateway != null && !(gateway instanceof DemoOutbox);
    }

    SendOutcome send(MailGateway.Mail mail) {
        var outbox = demo.getIfAvailable();
        return smtp.configured() || outbox == null ? smtp.send(mail) : outbox.send(mail);
    }

    SendOutcome send(SmsGateway.Message message) {
        var gateway = sms.getIfAvailable();
        return gateway == null ? new SendOutcome.NotConfigured() : gateway.send(message);
    }
}
