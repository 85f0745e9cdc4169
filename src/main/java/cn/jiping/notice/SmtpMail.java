package cn.jiping.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends through an SMTP server. Plain text only: what a name contains is never read as markup, and
 * the Message-ID stays the same over all attempts, so that a repeated one can be recognised.
 */
@Component
class SmtpMail implements MailGateway {
    private final ObjectProvider<JavaMailSender> senders;
    private final NoticeSettings settings;

    SmtpMail(ObjectProvider<JavaMailSender> senders, NoticeSettings settings) {
        this.senders = senders;
        this.settings = settings;
    }

    /** Whether a server is given ({@code spring.mail.host}). */
    boolean configured() {
        return senders.getIfAvailable() != null;
    }

    @Override
    public SendOutcome send(Mail mail) {
        var sender = senders.getIfAvailable();
        return sender == null ? new SendOutcome.NotConfigured() : send(sender, mail);
    }

    private SendOutcome send(JavaMailSender sender, Mail mail) {
        try {
            var message = sender.createMimeMessage();
            var parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            parts.setFrom(new InternetAddress(settings.from(), true));
            parts.setTo(new InternetAddress(mail.address(), true));
            parts.setSubject(mail.subject().replaceAll("\\p{Cntrl}+", " "));
            parts.setText(mail.text(), false);
            message.setHeader("Message-ID", "<" + mail.id() + "@jiping>");
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return new SendOutcome.Sent();
        } catch (AddressException _) {
            return new SendOutcome.Rejected("address");
        } catch (MailSendException e) {
            return judge(e);
        } catch (MailAuthenticationException _) {
            return new SendOutcome.TryLater("login");
        } catch (MessagingException e) {
            throw new IllegalStateException("A message of ours cannot be written", e);
        }
    }

    /** The server names the addresses it will never take; all else may work later. */
    private static SendOutcome judge(MailSendException failure) {
        for (var exception : failure.getMessageExceptions()) {
            if (exception instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return new SendOutcome.Rejected("refused");
            }
        }
        return new SendOutcome.TryLater("server");
    }
}
