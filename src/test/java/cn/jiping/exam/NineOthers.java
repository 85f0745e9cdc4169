package cn.jiping.exam;

import static cn.jiping.plan.PlanFixtures.HANGZHOU;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Nine more welders of Hangzhou, so that one is not examined alone; they leave before the marks.
 */
public record NineOthers(Arrangements arrangements, SessionId session, List<UUID> ids) {
    private static final Actor PROGRAM = Actor.program("test");

    public static NineOthers enter(Arrangements arrangements, SessionId session) {
        var ids = Stream.generate(Ids::next).limit(9).toList();
        ids.forEach(id -> arrangements.enter(PROGRAM, entry(session, id)));
        return new NineOthers(arrangements, session, ids);
    }

    private static Entry entry(SessionId session, UUID id) {
        return new Entry(
                session,
                id,
                PersonId.next(),
                "沈清和",
                new Entry.City(HANGZHOU, "杭州市"),
                "焊工",
                SkillLevel.SENIOR_TECHNICIAN,
                Set.of(Subject.values()));
    }

    public void leave() {
        ids.forEach(id -> arrangements.leave(PROGRAM, session, id, "退考"));
    }
}
