package cn.jiping.registration;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the applicant what became of the application; about money the payment itself tells. */
@Component
class RegistrationNotices {
    private final Notices notices;
    private final ApplicationStore store;

    RegistrationNotices(Notices notices, ApplicationStore store) {
        this.notices = notices;
        this.store = store;
    }

    @ApplicationModuleListener
    void tell(RegistrationEvent event) {
        var ref = event.application();
        var application = store.load(ref.session(), ref.id()).orElseThrow();
        code(event, application)
                .ifPresent(code ->
                        notices.send(
                                new NoticeDraft(
                                        new NoticeTemplate(
                                                "registration." + code,
                                                NoticeCategory.DECISION,
                                                Channel.EMAIL,
                                                Channel.SMS),
                                        List.of(new Recipient.OfPerson(ref.person())),
                                        arguments(application),
                                        new NoticeSubject(
                                                "application",
                                                ref.id().toString(),
                                                "/my/applications/" + ref.id()),
                                        "registration/"
                                                + ref.id()
                                                + "/"
                                                + code
                                                + "/"
                                                + event.at())));
    }

    private static List<Argument> arguments(Application application) {
        var due = application.progress().due();
        return List.of(
                Argument.of(application.opening().title()),
                Argument.of(application.opening().subject().occupation()),
                Argument.of(due == null ? LocalDate.EPOCH : due.until()));
    }

    private static Optional<String> code(RegistrationEvent event, Application application) {
        return switch (event) {
            case RegistrationEvent.HandedIn _ -> Optional.of("handed-in");
            case RegistrationEvent.SentToCity _ -> Optional.of("sent-to-city");
            case RegistrationEvent.Returned _ -> Optional.of("returned");
            case RegistrationEvent.Refused _ -> Optional.of("refused");
            case RegistrationEvent.Confirmed _ -> Optional.of("confirmed");
            case RegistrationEvent.Withdrawn _ -> Optional.of("withdrawn");
            case RegistrationEvent.Lapsed _ -> lapsed(application);
            case RegistrationEvent.Admitted _, RegistrationEvent.TakenBack _ -> Optional.empty();
        };
    }

    private static Optional<String> lapsed(Application application) {
        var ending = application.progress().ending();
        if (ending == null) {
            return Optional.empty();
        }
        return switch (ending.why()) {
            case NOT_HANDED_IN -> Optional.of("not-handed-in");
            case NOT_CORRECTED -> Optional.of("not-corrected");
            case NOT_REVIEWED -> Optional.of("not-reviewed");
            case NOT_PAID, REFUSED, WITHDRAWN -> Optional.empty();
        };
    }
}
