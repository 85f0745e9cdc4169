package cn.jiping.plan;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

interface SessionStore {
    /**
     * False if the form was sent before, or a session of that code is drafted or announced in the
     * province.
     */
    boolean insert(ExamSession session, List<CityPart> parts, String clientKey);

    /** The session for those of another who sit on that day. */
    Optional<SessionId> loadOnAnotherDay(SessionId parent, LocalDate day);

    /** The sessions for those of this one who sit on days of their own, by day. */
    List<SessionRow> loadOnOtherDays(SessionId parent);

    Optional<SessionId> loadByClientKey(String clientKey);

    /** The codes that are drafted or announced in the province. */
    Set<SessionCode> loadCodes(Jurisdiction jurisdiction);

    /** Writes status and signatures; stale if somebody wrote since. */
    void update(ExamSession session);

    Optional<ExamSession> load(SessionId id);

    /** 批次与其各市: of a session on another day, the parts of the one it belongs to. */
    record WithParts(ExamSession session, List<CityPart> parts) {
        public WithParts {
            parts = List.copyOf(parts);
        }
    }

    Optional<WithParts> loadWithParts(SessionId id);

    /** What never changes of it. */
    Optional<ExamSession.Content> loadContent(SessionId id);

    /** Of a session on another day: those of the one it belongs to. */
    List<CityPart> loadParts(SessionId id);

    /** False if somebody wrote the part since. */
    boolean updatePart(SessionId id, CityPart part, int seen);

    /** Announced ones are open to everybody; others to those whose scope covers the province. */
    Slice<SessionRow> list(Scope scope, SessionFilter filter, Paging paging);

    void export(Scope scope, SessionFilter filter, Consumer<SessionRow> each);
}
