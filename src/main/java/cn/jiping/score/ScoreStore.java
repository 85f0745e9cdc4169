package cn.jiping.score;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface ScoreStore {
    /** What is kept of a city; without any file nothing is. */
    record Kept(
            List<CityScores.Imported> files, CityScores.@Nullable Released released, int version) {}

    Kept load(SessionId session, DivisionCode city);

    /**
     * Holds the city's scores for the caller's transaction; false if they are released or the
     * version is another. A negative version is not looked at.
     */
    boolean take(SessionId session, DivisionCode city, int seen);

    boolean knows(SessionId session, DivisionCode city, String sha256);

    void insertFile(SessionId session, DivisionCode city, CityScores.Imported file, String sha256);

    Map<UUID, Map<ScoredSubject, Mark>> loadMarks(SessionId session, DivisionCode city);

    Map<ScoredSubject, Mark> loadMarks(SessionId session, UUID examinee);

    void put(SessionId session, DivisionCode city, List<Mark> marks, UUID file);

    void release(SessionId session, DivisionCode city, LocalDate on, Signature by);

    void insertResult(ResultView result);

    Optional<ResultView> loadResult(SessionId session, UUID examinee);

    Map<DivisionCode, LocalDate> listPublished(Scope scope, SessionId session);

    List<ResultView> listResults(Scope scope, SessionId session, DivisionCode city);

    List<ResultView> listOf(Scope scope, PersonId person);
}
