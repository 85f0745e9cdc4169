package cn.jiping.score;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScoreStore implements ScoreStore {
    static final String COLUMNS =
            """
            select r.session_id, r.examinee_id, r.person_id, r.name, r.city, r.occupation, r.level,
                r.passed, r.open, r.decision, r.published_on
            """;
    private static final String RESULT = COLUMNS + " from score.result r ";

    private final JdbcClient jdbc;

    JdbcScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Object> part(SessionId session, DivisionCode city) {
        return Map.of("session", session.value(), "city", city.value());
    }

    @Override
    public Kept load(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select released_at, released_by, released_account, released_person, published_on,
                            version
                        from score.city_scores where session_id = :session and city = :city
                        """)
                .params(part(session, city))
                .query((row, _) ->
                        new Kept(files(session, city), released(row), row.getInt("version")))
                .optional()
                .orElseGet(() -> new Kept(List.of(), null, 0));
    }

    private List<CityScores.Imported> files(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select id, name, marks, changed, imported_at, imported_by, imported_account,
                            imported_person
                        from score.score_file where session_id = :session and city = :city
                        order by imported_at desc, id
                        """)
                .params(part(session, city))
                .query((row, _) ->
                        new CityScores.Imported(
                                Columns.uuid(row, "id"),
                                Columns.text(row, "name"),
                                row.getInt("marks"),
                                row.getInt("changed"),
                                Signatures.signature(row, "imported_")))
                .list();
    }

    private static CityScores.@Nullable Released released(ResultSet row) throws SQLException {
        var by = Signatures.signatureOrNull(row, "released_");
        return by == null ? null : new CityScores.Released(Columns.date(row, "published_on"), by);
    }

    @Override
    public boolean take(SessionId session, DivisionCode city, int seen) {
        jdbc.sql(
                        """
                        insert into score.city_scores (session_id, city, version)
                        values (:session, :city, 0) on conflict do nothing
                        """)
                .params(part(session, city))
                .update();
        return jdbc.sql(
                                """
                                update score.city_scores set version = version + 1
                                where session_id = :session and city = :city and released_at is null
                                  and (:seen < 0 or version = :seen)
                                """)
                        .params(part(session, city))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    @Override
    public boolean knows(SessionId session, DivisionCode city, String sha256) {
        return jdbc.sql(
                                """
                                select count(*) from score.score_file
                                where session_id = :session and city = :city and sha256 = :sha256
                                """)
                        .params(part(session, city))
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void insertFile(
            SessionId session, DivisionCode city, CityScores.Imported file, String sha256) {
        jdbc.sql(
                        """
                        insert into score.score_file (session_id, city, id, name, sha256, marks, changed,
                            imported_at, imported_by, imported_account, imported_person)
                        values (:session, :city, :id, :name, :sha256, :marks, :changed, :at, :by,
                            :account, :person)
                        """)
                .params(part(session, city))
                .param("id", file.id())
                .param("name", file.name())
                .param("sha256", sha256)
                .param("marks", file.marks())
                .param("changed", file.changed())
                .params(Signatures.signed(file.by()))
                .update();
    }

    @Override
    public Map<UUID, Map<ScoredSubject, Mark>> loadMarks(SessionId session, DivisionCode city) {
        var marks = new HashMap<UUID, Map<ScoredSubject, Mark>>();
        jdbc.sql(
                        """
                        select examinee_id, subject, score, voided from score.mark
                        where session_id = :session and city = :city
                        """)
                .params(part(session, city))
                .query((row, _) -> mark(row))
                .list()
                .forEach(mark ->
                        marks.computeIfAbsent(mark.examinee(), _ -> new TreeMap<>())
                                .put(mark.subject(), mark));
        return marks;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                Columns.uuid(row, "examinee_id"),
                ScoredSubject.valueOf(Columns.text(row, "subject")),
                row.getBigDecimal("score"),
                row.getBoolean("voided"));
    }

    @Override
    public void put(SessionId session, DivisionCode city, List<Mark> marks, UUID file) {
        jdbc.sql(
                        """
                        insert into score.mark as m (session_id, examinee_id, subject, city, score, voided,
                            file_id)
                        select :session, mark.examinee, mark.subject, :city, mark.score, mark.voided, :file
                        from unnest(cast(:examinees as uuid[]), cast(:subjects as text[]),
                            cast(:scores as numeric[]), cast(:voided as boolean[]))
                            mark (examinee, subject, score, voided)
                        on conflict (session_id, examinee_id, subject) do update
                        set score = excluded.score, voided = excluded.voided,
                            file_id = excluded.file_id
                        """)
                .params(part(session, city))
                .param("examinees", Columns.uuids(marks.stream().map(Mark::examinee).toList()))
                .param(
                        "subjects",
                        Columns.texts(marks.stream().map(mark -> mark.subject().name()).toList()))
                .param("scores", scores(marks))
                .param("voided", marks.stream().map(Mark::voided).toArray(Boolean[]::new))
                .param("file", file)
                .update();
    }

    private static @Nullable Object[] scores(List<Mark> marks) {
        return marks.stream().map(mark -> mark.score()).toArray(BigDecimal[]::new);
    }

    @Override
    public void release(SessionId session, DivisionCode city, LocalDate on, Signature by) {
        jdbc.sql(
                        """
                        update score.city_scores set released_at = :at, released_by = :by,
                            released_account = :account, released_person = :person, published_on = :on
                        where session_id = :session and city = :city and released_at is null
                        """)
                .params(part(session, city))
                .params(Signatures.signed(by))
                .param("on", on)
                .update();
    }

    @Override
    public void insertResult(ResultView result) {
        jdbc.sql(
                        """
                        with own as (
                            insert into score.result_of_person (person_id, session_id, examinee_id)
                            values (:person, :session, :examinee))
                        insert into score.result (session_id, examinee_id, person_id, name, city,
                            occupation, level, passed, open, decision, published_on)
                        values (:session, :examinee, :person, :name, :city, :occupation, :level,
                            :passed, :open, :decision, :on)
                        """)
                .params(part(result.session(), result.city()))
                .param("examinee", result.examinee())
                .param("person", result.person().value())
                .param("name", result.name())
                .param("occupation", result.occupation())
                .param("level", result.level().code())
                .param("passed", result.passed())
                .param(
                        "open",
                        Columns.texts(result.open().stream().map(ScoredSubject::name).toList()))
                .param("decision", result.decision())
                .param("on", result.publishedOn())
                .update();
    }

    @Override
    public Optional<ResultView> loadResult(SessionId session, UUID examinee) {
        return jdbc.sql(RESULT + " where r.session_id = :session and r.examinee_id = :examinee")
                .param("session", session.value())
                .param("examinee", examinee)
                .query((row, _) -> result(row))
                .optional();
    }

    @Override
    public Map<DivisionCode, LocalDate> listPublished(Scope scope, SessionId session) {
        var published = new TreeMap<DivisionCode, LocalDate>();
        jdbc.sql(
                        """
                        select city, published_on from score.city_scores
                        where session_id = :session and released_at is not null
                          and (:everywhere or city = any(:divisions))
                        """)
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) ->
                        Map.entry(
                                new DivisionCode(Columns.text(row, "city")),
                                Columns.date(row, "published_on")))
                .list()
                .forEach(entry -> published.put(entry.getKey(), entry.getValue()));
        return published;
    }

    @Override
    public List<ResultView> listResults(Scope scope, SessionId session, DivisionCode city) {
        var marks = loadMarks(session, city);
        return jdbc.sql(
                        RESULT
                                + """
                                 where r.session_id = :session and r.city = :city
                                  and (:everywhere or r.city = any(:divisions))
                                order by r.occupation, r.name, r.examinee_id
                                """)
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) ->
                        result(row, marks.getOrDefault(Columns.uuid(row, "examinee_id"), Map.of())))
                .list();
    }

    @Override
    public List<ResultView> listOf(Scope scope, PersonId person) {
        return jdbc.sql(
                        RESULT
                                + """
                                 join score.result_of_person p on p.session_id = r.session_id
                                  and p.examinee_id = r.examinee_id
                                where p.person_id = :person and (:everywhere or p.person_id = any(:persons))
                                order by r.published_on desc, r.examinee_id
                                """)
                .param("person", person.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> result(row))
                .list();
    }

    private ResultView result(ResultSet row) throws SQLException {
        return result(
                row,
                loadMarks(
                        new SessionId(Columns.uuid(row, "session_id")),
                        Columns.uuid(row, "examinee_id")));
    }

    static ResultView result(ResultSet row, Map<ScoredSubject, Mark> marks) throws SQLException {
        var scores = new TreeMap<ScoredSubject, @Nullable BigDecimal>();
        marks.forEach((subject, mark) -> scores.put(subject, mark.score()));
        return new ResultView(
                new SessionId(Columns.uuid(row, "session_id")),
                Columns.uuid(row, "examinee_id"),
                new PersonId(Columns.uuid(row, "person_id")),
                Columns.text(row, "name"),
                new DivisionCode(Columns.text(row, "city")),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                scores,
                marks.values().stream()
                        .filter(Mark::voided)
                        .map(Mark::subject)
                        .collect(Collectors.toSet()),
                row.getBoolean("passed"),
                Arrays.stream((String[]) row.getArray("open").getArray())
                        .map(ScoredSubject::valueOf)
                        .toList(),
                Columns.uuid(row, "decision"),
                Columns.date(row, "published_on"));
    }

    @Override
    public Map<ScoredSubject, Mark> loadMarks(SessionId session, UUID examinee) {
        var marks = new TreeMap<ScoredSubject, Mark>();
        jdbc.sql(
                        """
                        select examinee_id, subject, score, voided from score.mark
                        where session_id = :session and examinee_id = :examinee
                        """)
                .param("session", session.value())
                .param("examinee", examinee)
                .query((row, _) -> mark(row))
                .list()
                .forEach(mark -> marks.put(mark.subject(), mark));
        return marks;
    }
}
