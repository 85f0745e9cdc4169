package cn.jiping.demo;

import cn.jiping.account.DemoBodies;
import cn.jiping.exam.Arrangements;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.Offering;
import cn.jiping.plan.SessionCode;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 演示批次: the unified session of October 2021, opened by the province and taken up by every city. */
@InDemo
class TheSession {
    private static final Actor PROGRAM = Actor.program("demo");
    private static final DivisionCode PROVINCE = new DivisionCode("330000");
    private static final SessionCode CODE = new SessionCode("2021-10");
    private static final String KEY = "demo/2021-10";
    private static final Paging FIRST = new Paging(1, 20);

    private final ExamSessions sessions;
    private final Arrangements arrangements;
    private final DemoBodies bodies;
    private final Actors actors;
    private final Refusals refusals;
    private volatile @Nullable SessionView announced;

    TheSession(
            ExamSessions sessions,
            Arrangements arrangements,
            DemoBodies bodies,
            Actors actors,
            Refusals refusals) {
        this.sessions = sessions;
        this.arrangements = arrangements;
        this.bodies = bodies;
        this.actors = actors;
        this.refusals = refusals;
    }

    /** 拟定、公告: an occupation that left the catalogue is refused first. */
    void open() {
        var clerk = actors.staff(Role.PROVINCE_CLERK, PROVINCE);
        for (var occupation : List.of("车工", "消防员")) {
            refusals.expect(
                    0,
                    PROVINCE,
                    "统一鉴定列入" + occupation,
                    () -> sessions.draft(clerk, draft(KEY + occupation, occupation)));
        }
        var id = sessions.draft(clerk, draft(KEY, "焊工", "保安员", "安检员"));
        refusals.expect(0, PROVINCE, "拟定人自己公告", () -> sessions.announce(clerk, id, version(id)));
        if (sessions.find(clerk, id).status() == SessionStatus.DRAFT) {
            sessions.announce(actors.staff(Role.PROVINCE_APPROVER, PROVINCE), id, version(id));
        }
    }

    private int version(SessionId id) {
        return sessions.find(PROGRAM, id).version();
    }

    private static SessionDraft draft(String key, String... occupations) {
        return new SessionDraft(
                new Jurisdiction("33"),
                CODE,
                "浙江省2021年10月职业资格全省统一鉴定",
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
        var known = announced;
        if (known == null) {
            known = sessions.find(PROGRAM, find());
            announced = known;
        }
        return known;
    }

    private SessionId find() {
        return sessions.listAnnounced(SessionFilter.everything(), FIRST).rows().stream()
                .filter(row -> row.heading().code().equals(CODE))
                .map(SessionRow::id)
                .findFirst()
                .orElseThrow(() -> new NotFound("session", CODE));
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
