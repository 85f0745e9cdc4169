package cn.jiping.demo;

import cn.jiping.account.DemoBodies;
import cn.jiping.exam.Arrangements;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.Offering;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionRow;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SubjectForm;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.SkillLevel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * 演示批次: the unified session that is on stage, opened by the province and taken up by every city,
 * and the people who come to it.
 */
@InDemo
class TheSession {
    private static final Actor PROGRAM = Actor.program("demo");
    private static final DivisionCode PROVINCE = new DivisionCode("330000");
    private static final Paging FIRST = new Paging(1, 20);

    private final ExamSessions sessions;
    private final Arrangements arrangements;
    private final DemoBodies bodies;
    private final Actors actors;
    private final Refusals refusals;
    private final Map<Season, Cast> casts;
    private final Map<Season, SessionView> announced = new ConcurrentHashMap<>();
    private final Map<Season, SessionView> onOtherDays = new ConcurrentHashMap<>();
    private volatile Season season = Season.AUTUMN;
    private volatile boolean onOtherDay;

    TheSession(
            ExamSessions sessions,
            Arrangements arrangements,
            DemoBodies bodies,
            Actors actors,
            Refusals refusals,
            Cast cast) {
        this.sessions = sessions;
        this.arrangements = arrangements;
        this.bodies = bodies;
        this.actors = actors;
        this.refusals = refusals;
        this.casts = Map.of(Season.AUTUMN, cast, Season.SPRING, cast.again());
    }

    /** Whatever is done from now on is done in that season. */
    void turnTo(Season next) {
        season = next;
        onOtherDay = false;
    }

    /** To those of the season who sit on a day of their own; false if nobody was moved. */
    boolean turnToOtherDay(Season next) {
        turnTo(next);
        onOtherDay = known() && otherDay().isPresent();
        return onOtherDay;
    }

    boolean onOtherDay() {
        return onOtherDay;
    }

    /** 改期场次 of the season on stage, once somebody was moved. */
    Optional<SessionId> otherDay() {
        var known = onOtherDays.get(season);
        if (known != null) {
            return Optional.of(known.id());
        }
        var found =
                sessions.onOtherDays(registered().id()).stream()
                        .map(row -> sessions.find(PROGRAM, row.id()))
                        .findFirst();
        found.ifPresent(view -> onOtherDays.put(season, view));
        return found.map(SessionView::id);
    }

    /** In which those sit who registered this season. */
    List<SessionId> sittings() {
        return Stream.concat(Stream.of(registered().id()), otherDay().stream()).toList();
    }

    Season season() {
        return season;
    }

    /** Who comes this season. */
    Cast cast() {
        return Objects.requireNonNull(casts.get(season));
    }

    /** What the province may not open is refused to it first. */
    void openWhatMayNotBe() {
        var clerk = actors.staff(Role.PROVINCE_CLERK, PROVINCE);
        for (var occupation : List.of("车工", "消防员")) {
            refusals.expect(
                    0,
                    PROVINCE,
                    "统一鉴定列入" + occupation,
                    () -> sessions.draft(clerk, draft(season.key() + occupation, occupation)));
        }
        var id = drafted(clerk);
        refusals.expect(0, PROVINCE, "拟定人自己公告", () -> sessions.announce(clerk, id, version(id)));
    }

    private SessionId drafted(Actor clerk) {
        return sessions.draft(clerk, draft(season.key(), "焊工", "保安员", "安检员"));
    }

    /** 拟定、公告. */
    void open() {
        var clerk = actors.staff(Role.PROVINCE_CLERK, PROVINCE);
        var id = drafted(clerk);
        if (sessions.find(clerk, id).status() == SessionStatus.DRAFT) {
            sessions.announce(actors.staff(Role.PROVINCE_APPROVER, PROVINCE), id, version(id));
        }
    }

    private int version(SessionId id) {
        return sessions.find(PROGRAM, id).version();
    }

    private SessionDraft draft(String key, String... occupations) {
        return new SessionDraft(
                new Jurisdiction("33"),
                season.code(),
                season.title(),
                Stream.of(occupations).map(TheSession::offer).toList(),
                key);
    }

    private static SessionDraft.Offer offer(String occupation) {
        return new SessionDraft.Offer(
                occupation,
                SkillLevel.SENIOR_TECHNICIAN,
                occupation.equals("焊工") ? SubjectForm.PRACTICAL : SubjectForm.WRITTEN,
                SubjectForm.WRITTEN);
    }

    /** 确定受理机构: each city its own. */
    void takeUp() {
        for (var body : bodies.list()) {
            var view = sessions.find(PROGRAM, id());
            var part = view.part(body.division()).orElseThrow();
            if (part.accepting() == null) {
                sessions.accept(
                        actors.staff(Role.CITY_CLERK, body.division()),
                        view.id(),
                        body.division(),
                        body.id(),
                        "0571-00000000（演示）",
                        part.version());
            }
        }
    }

    SessionId id() {
        return view().id();
    }

    /** As announced; who accepts where may have come later. */
    SessionView view() {
        return onOtherDay ? Objects.requireNonNull(onOtherDays.get(season)) : registered();
    }

    private SessionView registered() {
        return announced.computeIfAbsent(
                season,
                of ->
                        find(of).map(id -> sessions.find(PROGRAM, id))
                                .orElseThrow(() -> new NotFound("session", of.code())));
    }

    /** Whether it is announced that far already. */
    boolean known() {
        return find(season).isPresent();
    }

    private Optional<SessionId> find(Season of) {
        return sessions.listAnnounced(SessionFilter.everything(), FIRST).rows().stream()
                .filter(row -> row.heading().code().equals(of.code()))
                .filter(row -> row.parent() == null)
                .map(SessionRow::id)
                .findFirst();
    }

    Offering offering(String occupation) {
        return view().offerings().stream()
                .filter(offering -> offering.occupation().equals(occupation))
                .findFirst()
                .orElseThrow();
    }

    /** Whether anybody sits in the city. */
    boolean hasRoster(DivisionCode city) {
        return arrangements.list(PROGRAM, id()).stream()
                .filter(exam -> exam.candidates() > 0)
                .anyMatch(exam -> exam.city().division().equals(city));
    }

    DivisionCode province() {
        return PROVINCE;
    }

    List<DivisionCode> cities() {
        return bodies.list().stream().map(body -> body.division()).toList();
    }

    String cityName(DivisionCode city) {
        return city.equals(PROVINCE)
                ? "浙江省"
                : Objects.requireNonNull(view().part(city).orElseThrow().name());
    }
}
