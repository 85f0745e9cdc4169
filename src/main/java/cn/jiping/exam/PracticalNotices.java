package cn.jiping.exam;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.Offering;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import java.util.List;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells candidates where and when they take what is practical, and again when it changes. */
@Component
class PracticalNotices {
    private static final Actor PROGRAM = Actor.program("exam");

    private final Notices notices;
    private final PracticalStore store;
    private final RosterStore roster;
    private final SmallGroupStore groups;
    private final ExamSessions sessions;

    PracticalNotices(
            Notices notices,
            PracticalStore store,
            RosterStore roster,
            SmallGroupStore groups,
            ExamSessions sessions) {
        this.notices = notices;
        this.store = store;
        this.roster = roster;
        this.groups = groups;
        this.sessions = sessions;
    }

    @ApplicationModuleListener
    void tell(ExamEvent.PracticalEntered event) {
        var view = sessions.find(PROGRAM, event.group().session());
        var offering = view.offering(event.group().offering()).orElseThrow();
        store.load(PracticalGroups.of(event.group(), offering))
                .filter(place -> place.version() == event.version())
                .ifPresent(place -> tell(view, event.group(), offering, place));
    }

    /**
     * Whoever comes to a group later is told what was entered before; nothing of what they know
     * already, and nothing while it is undecided what becomes of their group.
     */
    @ApplicationModuleListener
    void tell(ExamEvent.Joined event) {
        var view = sessions.find(PROGRAM, event.session());
        notices.send(
                event.examinees().stream()
                        .flatMap(id -> roster.loadEntry(event.session(), id).stream())
                        .filter(entry -> entry.city().division().equals(event.city()))
                        .filter(entry -> !waits(entry))
                        .flatMap(entry ->
                                store.loadOf(entry.session(), entry.id()).entrySet().stream()
                                        .map(place ->
                                                draft(
                                                        view,
                                                        entry,
                                                        place.getKey(),
                                                        place.getValue(),
                                                        false)))
                        .toList());
    }

    private boolean waits(Entry entry) {
        return groups.load(GroupKey.of(entry)).filter(one -> one.status().waiting()).isPresent();
    }

    /** What was changed again meanwhile is told by the later event. */
    private void tell(
            SessionView view, PracticalKey group, Offering offering, PracticalPlace place) {
        notices.send(
                roster.loadEntries(group.session(), group.city()).stream()
                        .filter(entry -> entry.occupation().equals(offering.occupation()))
                        .filter(entry -> entry.level() == offering.level())
                        .filter(entry -> entry.subjects().contains(group.sitting().subject()))
                        .map(entry ->
                                draft(view, entry, group.sitting(), place, place.version() > 1))
                        .toList());
    }

    private static NoticeDraft draft(
            SessionView view, Entry entry, Sitting sitting, PracticalPlace place, boolean changed) {
        var what = place.what();
        return new NoticeDraft(
                new NoticeTemplate(
                        changed ? "exam.practical-changed" : "exam.practical-entered",
                        NoticeCategory.DECISION,
                        Channel.EMAIL,
                        Channel.SMS),
                List.of(new Recipient.OfPerson(entry.person())),
                List.of(
                        Argument.of(view.heading().title()),
                        Argument.of(entry.occupation()),
                        Argument.named("word.Sitting." + sitting),
                        Argument.of(what.day()),
                        Argument.of(what.reportAt().toString()),
                        Argument.of(place.siteName()),
                        Argument.of(place.address()),
                        what.note().isEmpty()
                                ? Argument.named("web.none")
                                : Argument.of(what.note()),
                        Argument.of(Objects.requireNonNullElse(place.reason(), ""))),
                new NoticeSubject(
                        "application", entry.id().toString(), "/my/applications/" + entry.id()),
                "exam/practical/"
                        + entry.session()
                        + "/"
                        + entry.id()
                        + "/"
                        + entry.city().division()
                        + "/"
                        + sitting
                        + "/"
                        + place.version());
    }
}
