package cn.jiping.score;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Outcome;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.Subject;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 成绩: read in from workbooks, all or nothing; published by another person, city by city. What was
 * published stands.
 */
@Service
public class Scores {
    private static final int LONGEST_NAME = 200;
    private static final int ANY_VERSION = -1;

    private final ScoreStore store;
    private final ResultListStore lists;
    private final Examination examination;
    private final ExamSessions sessions;
    private final Results results;
    private final Policies policies;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    Scores(
            ScoreStore store,
            ResultListStore lists,
            Examination examination,
            ExamSessions sessions,
            Results results,
            Policies policies,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events,
            MessageSource messages) {
        this.store = store;
        this.lists = lists;
        this.examination = examination;
        this.sessions = sessions;
        this.results = results;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.messages = messages;
    }

    /** The headers of the workbook. */
    public List<String> headers() {
        return ScoreSheet.columns(this::header);
    }

    private String header(ScoredSubject subject) {
        return messages.getMessage("word.Subject." + subject.name(), null, Locale.CHINA);
    }

    /** 成绩模板: one row for everybody with a seat, with the marks there are. */
    @Transactional(readOnly = true)
    public List<List<Object>> template(Actor actor, SessionId session, DivisionCode city) {
        examination.require(actor, session, city);
        var marks = store.loadMarks(session, city);
        var outcomes = examination.outcomes(actor, session, city);
        return examination.seats(actor, session, city).stream()
                .map(seat -> row(seat, marks.getOrDefault(seat.examinee(), Map.of()), outcomes))
                .toList();
    }

    private static List<Object> row(
            SeatView seat, Map<ScoredSubject, Mark> marks, Examination.Outcomes outcomes) {
        var row = new ArrayList<Object>(List.of(seat.ticket(), seat.name()));
        for (var subject : ScoredSubject.values()) {
            var mark = marks.get(subject);
            row.add(
                    mark == null
                            ? sits(seat, subject)
                                    ? outcomes.of(seat.examinee(), subject)
                                            .map(Scores::word)
                                            .orElse("")
                                    : ""
                            : written(mark));
        }
        return row;
    }

    private static boolean sits(SeatView seat, ScoredSubject subject) {
        return seat.subjects().stream().anyMatch(sat -> sat.name().equals(subject.name()));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case ABSENT -> ScoreSheet.ABSENT;
            case VOID -> ScoreSheet.VOID;
        };
    }

    private static Object written(Mark mark) {
        var score = mark.score();
        return score != null ? score : mark.voided() ? ScoreSheet.VOID : ScoreSheet.ABSENT;
    }

    /**
     * 导入成绩: all of the file or nothing; the same content twice changes nothing.
     *
     * @return how many marks are new or other than before
     * @throws InvalidInput naming row and column of everything that is wrong
     * @throws ScoreRefused before the examination, or once the scores are published
     */
    @Transactional
    public int readIn(Actor actor, SessionId id, DivisionCode city, String name, byte[] file)
            throws IOException {
        requireFileName(name);
        examination.require(actor, id, city);
        var view = sessions.find(actor, id);
        requireExamined(view);
        requireOpen(store.load(id, city).released());
        var sha256 = sha256(file);
        if (store.knows(id, city, sha256)) {
            return 0;
        }
        var marks = sheet(actor, view, city).read(file);
        if (!store.take(id, city, ANY_VERSION)) {
            requireOpen(store.load(id, city).released());
        }
        if (store.knows(id, city, sha256)) {
            return 0;
        }
        var changed = keep(actor, id, city, new NamedFile(name.strip(), sha256), marks);
        reportPractical(actor, view, city);
        return changed;
    }

    /** With the last practical mark the city has reported what it owes. */
    private void reportPractical(Actor actor, SessionView view, DivisionCode city) {
        var marks = store.loadMarks(view.id(), city);
        var all =
                examination.seats(actor, view.id(), city).stream()
                        .flatMap(seat ->
                                Stream.of(ScoredSubject.values())
                                        .filter(subject -> sits(seat, subject))
                                        .map(subject -> new ScoreSheet.SubjectOf(seat, subject)))
                        .filter(of -> practical(view, of))
                        .allMatch(of ->
                                marks.getOrDefault(of.seat().examinee(), Map.of())
                                        .containsKey(of.subject()));
        if (all) {
            examination.practicalScoresReported(actor, view.id(), city);
        }
    }

    private record NamedFile(String name, String sha256) {}

    private int keep(
            Actor actor, SessionId id, DivisionCode city, NamedFile file, List<Mark> marks) {
        var before = store.loadMarks(id, city);
        var other =
                marks.stream()
                        .filter(mark -> {
                            var was = before.getOrDefault(mark.examinee(), Map.of());
                            var known = was.get(mark.subject());
                            return known == null || !known.same(mark);
                        })
                        .toList();
        var imported =
                new CityScores.Imported(
                        Ids.next(),
                        file.name(),
                        marks.size(),
                        other.size(),
                        Signature.of(actor, clock.now()));
        store.insertFile(id, city, imported, file.sha256());
        store.put(id, city, other, imported.id());
        audit.record(
                actor,
                Act.of("score.read-in", "session", id)
                        .in(city)
                        .changing("file", null, file.name())
                        .changing("sha256", null, file.sha256())
                        .changing("marks", null, marks.size())
                        .changing("changed", null, other.size()));
        return other.size();
    }

    private static void requireFileName(String name) {
        var plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || plain.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("file", "score.file-name", LONGEST_NAME);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireExamined(SessionView view) {
        var examOn = view.days().theoryOn();
        if (clock.today().isBefore(examOn)) {
            throw ScoreRefused.beforeExam(examOn, view.days().source());
        }
    }

    private static void requireOpen(CityScores.@Nullable Released released) {
        if (released != null) {
            throw ScoreRefused.released(released.publishedOn());
        }
    }

    private ScoreSheet sheet(Actor actor, SessionView view, DivisionCode city) {
        var seats = ScoreSheet.byTicket(examination.seats(actor, view.id(), city));
        return new ScoreSheet(
                seats,
                passLaw(view).terms().fullMark(),
                examination.outcomes(actor, view.id(), city),
                of -> mayReadIn(actor, view, of),
                this::header);
    }

    private InForce<PassTerms> passLaw(SessionView view) {
        return policies.book()
                .in(view.heading().jurisdiction(), view.days().theoryOn())
                .require(PassTerms.class);
    }

    /** The province marks what is written; a city reports what its assessors saw. */
    private static boolean mayReadIn(Actor actor, SessionView view, ScoreSheet.SubjectOf of) {
        return actor.role() != Role.CITY_CLERK || practical(view, of);
    }

    private static boolean practical(SessionView view, ScoreSheet.SubjectOf of) {
        var seat = of.seat();
        var subject = Subject.valueOf(of.subject().name());
        return Sitting.of(view, seat.occupation(), seat.level(), subject).practical();
    }

    /**
     * @throws NotFound if the city lies outside the actor's scope, or nobody sits there
     */
    @Transactional(readOnly = true)
    public CityScores find(Actor actor, SessionId id, DivisionCode city) {
        examination.require(actor, id, city);
        var seats = examination.seats(actor, id, city);
        var kept = store.load(id, city);
        var marks = store.loadMarks(id, city);
        return new CityScores(
                id,
                city,
                seats.stream().mapToInt(seat -> seat.subjects().size()).sum(),
                seats.stream()
                        .mapToInt(seat -> marks.getOrDefault(seat.examinee(), Map.of()).size())
                        .sum(),
                kept.files(),
                kept.released(),
                kept.version());
    }

    /**
     * 公布成绩: everybody's result, by somebody who read in none of the city's files; pressed twice it
     * is done once.
     *
     * @param seen the version that was looked at
     * @throws ScoreRefused if marks are missing, by one who read some in, or if it is done already
     */
    @Transactional
    public void release(Actor actor, SessionId id, DivisionCode city, int seen) {
        var scores = find(actor, id, city);
        var by = Signature.of(actor, clock.now());
        if (releasedSo(scores.released(), scores.version(), by, seen)) {
            return;
        }
        requireOpen(scores.released());
        if (scores.wanted() == 0) {
            throw ScoreRefused.nobody();
        }
        if (scores.missing() > 0) {
            throw ScoreRefused.marksMissing(scores.missing());
        }
        if (scores.files().stream().anyMatch(file -> file.by().sameHandAs(by))) {
            throw ScoreRefused.sameHand();
        }
        if (!store.take(id, city, seen)) {
            var now = store.load(id, city);
            if (releasedSo(now.released(), now.version(), by, seen)) {
                return;
            }
            requireOpen(now.released());
            throw changed(now);
        }
        var view = sessions.find(actor, id);
        var today = clock.today();
        store.release(id, city, today, by);
        var passed = results.publish(actor, view, examination.seats(actor, id, city), city, today);
        audit.record(
                actor,
                Act.of("score.released", "session", id)
                        .in(city)
                        .changing("publishedOn", null, today)
                        .changing("passed", null, passed));
        events.publishEvent(new ScoreEvent.Released(id, city, clock.now()));
    }

    private static boolean releasedSo(
            CityScores.@Nullable Released released, int version, Signature by, int seen) {
        return released != null && version == seen + 1 && released.by().sameHandAs(by);
    }

    /** Somebody read in another file since. */
    private static Stale changed(ScoreStore.Kept now) {
        return now.files().stream()
                .findFirst()
                .map(file ->
                        new Stale(
                                List.of(new Stale.Change("page.score.files", file.name(), "")),
                                file.by().name(),
                                file.by().at()))
                .orElseGet(() -> new Stale(List.of(), null, null));
    }

    /** When the scores of the cities of a session were published, as far as they are. */
    @Transactional(readOnly = true)
    public Map<DivisionCode, LocalDate> published(Actor actor, SessionId session) {
        return store.listPublished(actor.scope(), session);
    }

    /**
     * 结果说明: why somebody passed or not, and whether a resit is open today.
     *
     * @param kept the marks that count from before
     * @param resit null if none is needed, or nothing was passed
     */
    public record Explained(
            Ruling pass, Map<ScoredSubject, BigDecimal> kept, @Nullable Ruling resit) {
        public Explained {
            kept = Map.copyOf(kept);
        }

        public boolean mayResit() {
            return resit instanceof Ruling.Met;
        }
    }

    /** Why a published result is what it is, by the law it was judged by. */
    @Transactional(readOnly = true)
    public Explained explain(SessionView view, ResultView result) {
        return results.explain(view, result, clock.today());
    }

    /** The published results of a city. */
    @Transactional(readOnly = true)
    public List<ResultView> results(Actor actor, SessionId session, DivisionCode city) {
        return store.listResults(actor.scope(), session, city);
    }

    /** The same, as far as they match. */
    @Transactional(readOnly = true)
    public Slice<ResultView> results(
            Actor actor, SessionId session, DivisionCode city, ResultFilter filter, Paging paging) {
        return lists.list(actor.scope(), session, city, filter, paging);
    }

    @Transactional(readOnly = true)
    public void export(
            Actor actor,
            SessionId session,
            DivisionCode city,
            ResultFilter filter,
            Consumer<ResultView> each) {
        lists.export(actor.scope(), session, city, filter, each);
    }

    /** A person's own published results, the latest first. */
    @Transactional(readOnly = true)
    public List<ResultView> listOf(Actor actor, PersonId person) {
        return store.listOf(actor.scope(), person);
    }

    /**
     * @throws NotFound if it is not published, or somebody else's
     */
    @Transactional(readOnly = true)
    public ResultView result(Actor actor, SessionId session, UUID examinee) {
        return store.loadResult(session, examinee)
                .filter(result ->
                        actor.scope().covers(result.person())
                                || actor.scope().covers(result.city()))
                .orElseThrow(() -> new NotFound("result", examinee));
    }
}
