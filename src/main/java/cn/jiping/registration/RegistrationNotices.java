package cn.jiping.registration;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the applicant what became of the application; about money the payment itself tells. */
@Component
class RegistrationNotices {
    static final TaskKind TELL = TaskKind.doneByHand("registration-tell");
    private static final Actor PROGRAM = Actor.program("registration");

    private final Notices notices;
    private final Tasks tasks;
    private final ApplicationStore store;
    private final MessageSource messages;

    RegistrationNotices(
            Notices notices, Tasks tasks, ApplicationStore store, MessageSource messages) {
        this.notices = notices;
        this.tasks = tasks;
        this.store = store;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void tell(RegistrationEvent event) {
        var ref = event.application();
        var application = store.load(ref.session(), ref.id()).orElseThrow();
        var counter = application.opening().counter();
        if (counter != null) {
            toTell(event, application)
                    .ifPresent(code -> atCounter(application, counter, code, event.at()));
        }
        code(event, application)
                .ifPresent(code ->
                        notices.send(
                                new NoticeDraft(
                                        new NoticeTemplate(
                                                "registration." + code,
                                                NoticeCategory.DECISION,
                                                channels(counter)),
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

    /** Who was registered at a counter has no phone; they read it once they sign in. */
    private static Set<Channel> channels(@Nullable AtCounter counter) {
        return counter == null ? Set.of(Channel.EMAIL, Channel.SMS) : Set.of();
    }

    /** What the counter must tell the person; nothing of what they did there. */
    private static Optional<String> toTell(RegistrationEvent event, Application application) {
        return switch (event) {
            case RegistrationEvent.Admitted _ -> Optional.of("admitted");
            case RegistrationEvent.Lapsed _ when unpaid(application) -> Optional.of("not-paid");
            case RegistrationEvent.HandedIn _,
                    RegistrationEvent.SentToCity _,
                    RegistrationEvent.TakenBack _ ->
                    Optional.empty();
            case RegistrationEvent.Returned _,
                    RegistrationEvent.Refused _,
                    RegistrationEvent.Confirmed _,
                    RegistrationEvent.Withdrawn _,
                    RegistrationEvent.Lapsed _ ->
                    code(event, application);
        };
    }

    private static boolean unpaid(Application application) {
        var ending = application.progress().ending();
        return ending != null && ending.why() == EndedWhy.NOT_PAID;
    }

    private void atCounter(Application application, AtCounter counter, String code, Instant at) {
        var id = application.id();
        var due = application.progress().due();
        tasks.open(
                PROGRAM,
                new TaskDraft(
                        TELL,
                        List.of(
                                Argument.of(application.opening().name()),
                                Argument.of(
                                        messages.getMessage(
                                                "registration.tell." + code, null, Locale.CHINA))),
                        new TaskSubject("application", id.toString(), "/authority/counter/" + id),
                        new TaskPlace.Division(counter.county()),
                        Set.of(Role.COUNTY_CLERK),
                        due == null ? null : Deadline.endOf(due.until(), due.source()),
                        "registration/" + id + "/tell/" + code + "/" + at));
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
