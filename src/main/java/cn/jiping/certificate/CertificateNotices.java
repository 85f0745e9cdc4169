package cn.jiping.certificate;

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

/** Tells holders what became of their certificate. */
@Component
class CertificateNotices {
    private final Notices notices;
    private final CertificateStore store;

    CertificateNotices(Notices notices, CertificateStore store) {
        this.notices = notices;
        this.store = store;
    }

    @ApplicationModuleListener
    void tell(CertificateEvent event) {
        var code = code(event);
        var ref = event.certificate();
        var certificate = store.find(Scope.ofPerson(ref.person()), ref.id()).orElseThrow();
        notices.send(
                new NoticeDraft(
                        new NoticeTemplate(
                                "certificate." + code,
                                NoticeCategory.DECISION,
                                Channel.EMAIL,
                                Channel.SMS),
                        List.of(new Recipient.OfPerson(ref.person())),
                        List.of(
                                Argument.of(ref.skill().occupation()),
                                Argument.of(certificate.facts().issue().number()),
                                Argument.of(told(event, certificate))),
                        new NoticeSubject(
                                "certificate", ref.id().toString(), "/my/certificates/" + ref.id()),
                        "certificate/" + ref.id() + "/" + code + again(event)));
    }

    /** What can happen several times is told each time. */
    private static String again(CertificateEvent event) {
        return event instanceof CertificateEvent.Moved moved ? "/" + moved.version() : "";
    }

    private static String told(CertificateEvent event, Certificate certificate) {
        return event instanceof CertificateEvent.Moved
                ? place(certificate.facts())
                : ending(certificate);
    }

    private static String place(CertificateFacts facts) {
        var county = facts.county();
        return county == null ? facts.city().name() : facts.city().name() + county.name();
    }

    private static String ending(Certificate certificate) {
        var ending = certificate.fate().ending();
        return ending == null ? "" : ending.reason();
    }

    private static String code(CertificateEvent event) {
        return switch (event) {
            case CertificateEvent.Issued _ -> "issued";
            case CertificateEvent.Revoked _ -> "revoked";
            case CertificateEvent.Replaced _ -> "replaced";
            case CertificateEvent.Moved _ -> "moved";
        };
    }
}
