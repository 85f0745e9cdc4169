package cn.jiping.policy;

import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReplayStore implements ReplayStore {
    private static final String SELECT =
            """
            select id, draft, base, book, file, topic, jurisdiction, as_of_from, as_of_until,
                division, asked_by, asked_at, last, position, total, judged, differing, outdated,
                stopped, finished_at, version
            from policy.replay
            """;
    private static final String DIFFERENCES =
            """
             where replay = :replay
             and (:everywhere or division is null or division = any(:divisions))
             and (cast(:kind as text) is null or kind = :kind)
             and (cast(:topic as text) is null or topic = :topic)
             and (cast(:text as text) is null or position(:text in about_id) > 0)
            """;
    private static final String COLUMNS =
            """
            select number, kind, topic, about_type, about_id, division, as_of, facts, was, becomes
            from policy.replay_difference
            """;

    private final JdbcClient jdbc;

    JdbcReplayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Replay replay) {
        var over = replay.over();
        var filter = over.filter();
        var jurisdiction = filter.jurisdiction();
        var division = replay.asked().division();
        return jdbc.sql(
                                """
                                insert into policy.replay (id, draft, base, book, file, topic,
                                    jurisdiction, as_of_from, as_of_until, division, asked_by,
                                    asked_at, last, position, total, judged, differing, outdated,
                                    stopped, finished_at, version)
                                values (:id, :draft, :base, :book, :file, :topic, :jurisdiction,
                                    :from, :until, :division, :by, :at, :last, :position, :total,
                                    0, 0, 0, false, null, 0)
                                on conflict do nothing
                                """)
                        .param("id", replay.id())
                        .param("draft", replay.draft())
                        .param("base", replay.books().base())
                        .param("book", replay.books().book())
                        .param("file", over.file())
                        .param("topic", filter.topic())
                        .param("jurisdiction", jurisdiction == null ? null : jurisdiction.value())
                        .param("from", filter.from())
                        .param("until", filter.until())
                        .param("division", division == null ? null : division.value())
                        .param("by", replay.asked().by())
                        .param("at", replay.asked().at().atOffset(ZoneOffset.UTC))
                        .param("last", over.last())
                        .param("position", replay.progress().position())
                        .param("total", replay.progress().total())
                        .update()
                == 1;
    }

    @Override
    public void addCases(UUID replay, List<ReplayItem> cases) {
        jdbc.sql(
                        """
                        insert into policy.replay_case (replay, id, name, topic, facts)
                        select :replay, given.id, given.name, given.topic, given.facts
                        from unnest(cast(:ids as uuid[]), cast(:names as text[]),
                            cast(:topics as text[]), cast(:facts as text[]))
                            as given (id, name, topic, facts)
                        """)
                .param("replay", replay)
                .param("ids", texts(cases.stream().map(c -> c.id().toString()).toList()))
                .param("names", texts(cases.stream().map(c -> c.about().id()).toList()))
                .param("topics", texts(cases.stream().map(ReplayItem::topic).toList()))
                .param("facts", texts(cases.stream().map(ReplayItem::facts).toList()))
                .update();
    }

    private static @Nullable String[] texts(List<? extends @Nullable String> values) {
        return values.toArray(new @Nullable String[0]);
    }

    @Override
    public Optional<Replay> find(Scope scope, UUID id) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where id = :id and (:everywhere or division is null
                                    or division = any(:divisions))
                                """)
                .param("id", id)
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> replay(row))
                .optional();
    }

    @Override
    public List<Replay> loadOfDraft(UUID draft) {
        return jdbc.sql(SELECT + " where draft = :draft order by asked_at desc, id desc")
                .param("draft", draft)
                .query((row, _) -> replay(row))
                .list();
    }

    @Override
    public Optional<Replay> loadWaiting() {
        return jdbc.sql(SELECT + " where finished_at is null order by asked_at, id limit 1")
                .query((row, _) -> replay(row))
                .optional();
    }

    @Override
    public boolean save(Replay replay) {
        var progress = replay.progress();
        var finished = progress.finishedAt();
        return jdbc.sql(
                                """
                                update policy.replay set last = :last, total = :total,
                                    position = :position, judged = :judged, differing = :differing,
                                    outdated = :outdated, stopped = :stopped, finished_at = :finished,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", replay.id())
                        .param("version", progress.version())
                        .param("last", replay.over().last())
                        .param("total", progress.total())
                        .param("position", progress.position())
                        .param("judged", progress.counts().judged())
                        .param("differing", progress.counts().differing())
                        .param("outdated", progress.counts().outdated())
                        .param("stopped", progress.stopped())
                        .param(
                                "finished",
                                finished == null ? null : finished.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Replay replay(ResultSet row) throws SQLException {
        var jurisdiction = row.getString("jurisdiction");
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Replay(
                row.getObject("id", UUID.class),
                row.getObject("draft", UUID.class),
                new LawDraft.Books(row.getString("base"), row.getString("book")),
                new Replay.Over(
                        row.getString("file"),
                        new DecisionFilter(
                                row.getString("topic"),
                                jurisdiction == null ? null : new Jurisdiction(jurisdiction),
                                row.getObject("as_of_from", LocalDate.class),
                                row.getObject("as_of_until", LocalDate.class)),
                        row.getObject("last", UUID.class)),
                new Replay.Asked(
                        row.getString("asked_by"),
                        division(row),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                new Replay.Progress(
                        row.getObject("position", UUID.class),
                        row.getLong("total"),
                        new Replay.Counts(
                                row.getLong("judged"),
                                row.getLong("differing"),
                                row.getLong("outdated")),
                        row.getBoolean("stopped"),
                        finished == null ? null : finished.toInstant(),
                        row.getInt("version")));
    }

    private static @Nullable DivisionCode division(ResultSet row) throws SQLException {
        var division = row.getString("division");
        return division == null ? null : new DivisionCode(division);
    }

    @Override
    public List<ReplayItem> loadCasesAfter(Replay replay, UUID position, int most) {
        var division = replay.asked().division();
        return jdbc.sql(
                        """
                        select id, name, topic, facts from policy.replay_case
                        where replay = :replay and id > :position order by id limit :most
                        """)
                .param("replay", replay.id())
                .param("position", position)
                .param("most", most)
                .query((row, _) ->
                        ReplayItem.ofCase(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("topic"),
                                row.getString("facts"),
                                division))
                .list();
    }

    @Override
    public void addDifferences(UUID replay, long kept, List<ReplayDifference> found) {
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into policy.replay_difference (replay, number, kind, topic,
                            about_type, about_id, division, as_of, facts, was, becomes)
                        select :replay, :kept + given.position, given.kind, given.topic,
                            given.about_type, given.about_id, given.division, given.as_of,
                            given.facts, given.was, given.becomes
                        from unnest(cast(:kinds as text[]), cast(:topics as text[]),
                            cast(:types as text[]), cast(:abouts as text[]),
                            cast(:divisions as text[]), cast(:days as date[]),
                            cast(:facts as text[]), cast(:was as text[]),
                            cast(:becomes as text[])) with ordinality
                            as given (kind, topic, about_type, about_id, division, as_of, facts,
                                was, becomes, position)
                        """)
                .param("replay", replay)
                .param("kept", kept)
                .param("kinds", texts(found.stream().map(d -> d.kind().name()).toList()))
                .param("topics", texts(found.stream().map(ReplayDifference::topic).toList()))
                .param("types", texts(found.stream().map(d -> d.about().type()).toList()))
                .param("abouts", texts(found.stream().map(d -> d.about().id()).toList()))
                .param("divisions", texts(found.stream().map(d -> text(d.division())).toList()))
                .param("days", texts(found.stream().map(d -> text(d.asOf())).toList()))
                .param("facts", texts(found.stream().map(ReplayDifference::facts).toList()))
                .param("was", texts(found.stream().map(d -> d.was().json()).toList()))
                .param("becomes", texts(found.stream().map(d -> d.becomes().json()).toList()))
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }

    @Override
    public Slice<ReplayDifference> list(
            Scope scope, UUID replay, DifferenceFilter filter, Paging paging) {
        var rows =
                jdbc.sql(COLUMNS + DIFFERENCES + " order by number limit :size offset :offset")
                        .params(asked(scope, replay, filter))
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) -> difference(row))
                        .list();
        var total =
                jdbc.sql("select count(*) from policy.replay_difference" + DIFFERENCES)
                        .params(asked(scope, replay, filter))
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Slice<>(rows, total, paging);
    }

    @Override
    public List<ReplayDifference> export(
            Scope scope, UUID replay, DifferenceFilter filter, long after, int most) {
        return jdbc.sql(COLUMNS + DIFFERENCES + " and number > :after order by number limit :most")
                .params(asked(scope, replay, filter))
                .param("after", after)
                .param("most", most)
                .query((row, _) -> difference(row))
                .list();
    }

    private static Map<String, @Nullable Object> asked(
            Scope scope, UUID replay, DifferenceFilter filter) {
        var asked = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        var kind = filter.kind();
        asked.put("replay", replay);
        asked.put("kind", kind == null ? null : kind.name());
        asked.put("topic", filter.topic());
        asked.put("text", filter.text());
        return asked;
    }

    private static ReplayDifference difference(ResultSet row) throws SQLException {
        return new ReplayDifference(
                row.getLong("number"),
                ReplayDifference.Kind.valueOf(row.getString("kind")),
                new DecisionDraft.About(row.getString("about_type"), row.getString("about_id")),
                row.getString("topic"),
                row.getString("facts"),
                division(row),
                row.getObject("as_of", LocalDate.class),
                Verdict.ofJson(row.getString("was")),
                Verdict.ofJson(row.getString("becomes")));
    }
}
