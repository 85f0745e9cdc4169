package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.Progress.Cause;
import cn.jiping.draw.Progress.Commitment;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.draw.Progress.FixedValue;
import cn.jiping.draw.Progress.Outcome;
import cn.jiping.draw.Progress.Replacement;
import cn.jiping.draw.Progress.Reveal;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawStore implements DrawStore {
    private static final String ROW =
            """
            select id, number, title, subject_type, subject_id, division, body, status,
                   announced_at, commit_by, public_value_from, reveal_by, pool_size, drawn, alternates
            from draw.draw
            """;
    private static final String MATCHING =
            """
            where (:everywhere or division = any(:divisions) or body = any(:bodies))
              and (:text = '' or number ilike :like or title ilike :like or subject_id ilike :like)
              and (cast(:status as text) is null or status = :status)
              and (cast(:open_at as timestamptz) is null or open_from <= :open_at)
            """;
    private static final int EXPORT_PIECE = 500;

    private final JdbcClient jdbc;

    JdbcDrawStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Draw draw, Signature by, ClientKey client, Map<String, String> names) {
        var announced = draw.announced();
        var heading = announced.heading();
        var inserted =
                jdbc.sql(
                                """
                                insert into draw.draw (id, number, purpose, title, subject_type, subject_id,
                                    division, body, status, pool_size, drawn, alternates, commit_by,
                                    public_value_from, reveal_by, open_from, announcement, announcement_hash,
                                    announced_at, announced_by, announced_account, announced_person,
                                    client, client_key, changed_at, changed_by, version)
                                values (:id, :number, :purpose, :title, :subject_type, :subject_id,
                                    :division, :body, :status, :pool_size, :drawn, :alternates, :commit_by,
                                    :public_value_from, :reveal_by, :open_from, :announcement, :hash,
                                    :at, :by, :account, :person, :client, :client_key, :at, :by, 0)
                                on conflict do nothing
                                """)
                        .param("id", draw.id().value())
                        .param("number", announced.number())
                        .param("purpose", heading.purpose())
                        .param("title", heading.title())
                        .param("subject_type", heading.subject().type())
                        .param("subject_id", heading.subject().id())
                        .param("division", text(heading.place().division()))
                        .param(
                                "body",
                                heading.place().body() == null
                                        ? null
                                        : heading.place().body().value())
                        .param("status", draw.status().name())
                        .param("pool_size", announced.pool().entries().size())
                        .param("drawn", announced.rules().drawn())
                        .param("alternates", announced.rules().alternates())
                        .param("commit_by", utc(announced.times().commitBy()))
                        .param("public_value_from", utc(announced.times().publicValueFrom()))
                        .param("reveal_by", utc(announced.times().revealBy()))
                        .param("open_from", utc(announced.times().openFrom()))
                        .param("announcement", draw.text())
                        .param("hash", draw.hash())
                        .params(signed(by))
                        .param("client", client.client())
                        .param("client_key", client.key())
                        .update();
        if (inserted == 1) {
            insertNames(draw.id(), names);
        }
        return inserted == 1;
    }

    private void insertNames(DrawId id, Map<String, String> names) {
        var numbers = names.keySet().toArray(String[]::new);
        jdbc.sql(
                        """
                        insert into draw.entry (draw_id, number, name)
                        select :id, number, name
                        from unnest(:numbers, :names) as given (number, name)
                        """)
                .param("id", id.value())
                .param("numbers", numbers)
                .param("names", Arrays.stream(numbers).map(names::get).toArray(String[]::new))
                .update();
    }

    @Override
    public void update(Draw draw, Signature by) {
        var progress = draw.progress();
        var value = progress.publicValue();
        var outcome = progress.outcome();
        var ending = progress.ending();
        var updated =
                jdbc.sql(
                                """
                                update draw.draw
                                set status = :status, public_value = :public_value, reference = :reference,
                                    fixed_at = :fixed_at, fixed_by = :fixed_by,
                                    fixed_account = :fixed_account, fixed_person = :fixed_person,
                                    drawn_at = :drawn_at, ending = :ending, ending_missing = :missing,
                                    ending_reason = :ending_reason, ended_at = :ended_at,
                                    ended_by = :ended_by, ended_account = :ended_account,
                                    ended_person = :ended_person,
                                    changed_at = :at, changed_by = :by, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", draw.id().value())
                        .param("version", draw.version())
                        .param("status", draw.status().name())
                        .param("public_value", value == null ? null : value.value())
                        .param("reference", value == null ? null : value.reference())
                        .params(signed("fixed_", value == null ? null : value.by()))
                        .param("drawn_at", outcome == null ? null : utc(outcome.at()))
                        .param("ending", ending == null ? null : ending.kind().name())
                        .param("missing", ending == null ? null : parties(ending.missing()))
                        .param("ending_reason", ending == null ? null : ending.reason())
                        .params(signed("ended_", ending == null ? null : ending.by()))
                        .params(signed(by))
                        .update();
        if (updated == 0) {
            throw stale(draw);
        }
        progress.commitments().forEach((party, commitment) -> upsert(draw, party, commitment));
        if (outcome != null) {
            insertPicks(draw.id(), outcome);
        }
        insertReplacements(draw.id(), progress.replacements());
    }

    private Stale stale(Draw draw) {
        return jdbc.sql("select status, changed_by, changed_at from draw.draw where id = :id")
                .param("id", draw.id().value())
                .query((row, _) ->
                        new Stale(
                                List.of(
                                        new Stale.Change(
                                                "draw.status",
                                                row.getString("status"),
                                                draw.status().name())),
                                row.getString("changed_by"),
                                instant(row, "changed_at")))
                .single();
    }

    private void upsert(Draw draw, Party party, Commitment commitment) {
        var reveal = draw.progress().reveals().get(party);
        jdbc.sql(
                        """
                        insert into draw.commitment (draw_id, party, value, committed_at, committed_by,
                            committed_account, committed_person, secret, salt, revealed_at, revealed_by,
                            revealed_account, revealed_person)
                        values (:id, :party, :value, :at, :by, :account, :person, :secret, :salt,
                            :revealed_at, :revealed_by, :revealed_account, :revealed_person)
                        on conflict (draw_id, party) do update
                        set secret = excluded.secret, salt = excluded.salt,
                            revealed_at = excluded.revealed_at, revealed_by = excluded.revealed_by,
                            revealed_account = excluded.revealed_account,
                            revealed_person = excluded.revealed_person
                        """)
                .param("id", draw.id().value())
                .param("party", party.name())
                .param("value", commitment.value())
                .params(signed(commitment.by()))
                .param("secret", reveal == null ? null : reveal.secret().value())
                .param("salt", reveal == null ? null : reveal.secret().salt())
                .params(signed("revealed_", reveal == null ? null : reveal.by()))
                .update();
    }

    private void insertPicks(DrawId id, Outcome outcome) {
        var picks = new ArrayList<>(outcome.drawn());
        picks.addAll(outcome.alternates());
        jdbc.sql(
                        """
                        insert into draw.pick (draw_id, rank, number, key, alternate)
                        select :id, rank, number, key, rank > :drawn
                        from unnest(:numbers, :keys) with ordinality as given (number, key, rank)
                        on conflict (draw_id, rank) do nothing
                        """)
                .param("id", id.value())
                .param("drawn", outcome.drawn().size())
                .param("numbers", picks.stream().map(Pick::number).toArray(String[]::new))
                .param("keys", picks.stream().map(Pick::key).toArray(String[]::new))
                .update();
    }

    private void insertReplacements(DrawId id, List<Replacement> replacements) {
        for (var turn = 0; turn < replacements.size(); turn++) {
            var replacement = replacements.get(turn);
            jdbc.sql(
                            """
                            insert into draw.replacement (draw_id, turn, leaving, entering, cause, note,
                                replaced_at, replaced_by, replaced_account, replaced_person)
                            values (:id, :turn, :leaving, :entering, :cause, :note,
                                :at, :by, :account, :person)
                            on conflict (draw_id, turn) do nothing
                            """)
                    .param("id", id.value())
                    .param("turn", turn)
                    .param("leaving", replacement.leaving())
                    .param("entering", replacement.entering())
                    .param("cause", replacement.cause().name())
                    .param("note", replacement.note())
                    .params(signed(replacement.by()))
                    .update();
        }
    }

    @Override
    public Optional<Draw> find(Scope scope, DrawId id) {
        return jdbc.sql(
                        """
                        select id from draw.draw
                        where id = :id
                          and (:everywhere or division = any(:divisions) or body = any(:bodies))
                        """)
                .param("id", id.value())
                .params(scoped(scope))
                .query((row, _) -> id(row))
                .optional()
                .flatMap(this::load);
    }

    @Override
    public Slice<DrawRow> list(Scope scope, DrawFilter filter, Paging paging) {
        var rows =
                jdbc.sql(ROW + MATCHING + order(filter) + " limit :limit offset :offset")
                        .params(scoped(scope))
                        .params(filtered(filter))
                        .param("limit", paging.size())
                        .param("offset", paging.offset())
                        .query(JdbcDrawStore::row)
                        .list();
        return new Slice<>(rows, count(scope, filter), paging);
    }

    private long count(Scope scope, DrawFilter filter) {
        return jdbc.sql("select count(*) from draw.draw " + MATCHING)
                .params(scoped(scope))
                .params(filtered(filter))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public void export(Scope scope, DrawFilter filter, Consumer<DrawRow> each) {
        var page = 0;
        var piece = List.<DrawRow>of();
        do {
            piece =
                    jdbc.sql(ROW + MATCHING + order(filter) + " limit :limit offset :offset")
                            .params(scoped(scope))
                            .params(filtered(filter))
                            .param("limit", EXPORT_PIECE)
                            .param("offset", EXPORT_PIECE * page++)
                            .query(JdbcDrawStore::row)
                            .list();
            piece.forEach(each);
        } while (piece.size() == EXPORT_PIECE);
    }

    private static String order(DrawFilter filter) {
        var column =
                switch (filter.column()) {
                    case ANNOUNCED -> " order by announced_at";
                    case TITLE -> " order by title";
                    case SUBJECT -> " order by subject_id";
                    case STATUS -> " order by status";
                    case DUE ->
                            """
                             order by case when status = 'ANNOUNCED' then commit_by
                                           when status in ('COMMITTED', 'VALUE_FIXED', 'REVEALED') then reveal_by
                                      end
                            """;
                };
        return column + (filter.descending() ? " desc nulls last, id desc" : " nulls last, id");
    }

    @Override
    public Optional<Draw> load(DrawId id) {
        return jdbc.sql(
                        """
                        select id, announcement, status, version, public_value, reference,
                               fixed_at, fixed_by, fixed_account, fixed_person, drawn_at,
                               ending, ending_missing, ending_reason,
                               ended_at, ended_by, ended_account, ended_person
                        from draw.draw where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> draw(row))
                .optional();
    }

    private Draw draw(ResultSet row) throws SQLException {
        var id = id(row);
        var text = row.getString("announcement");
        var progress = Progress.begun().becoming(DrawStatus.valueOf(row.getString("status")));
        var value = row.getString("public_value");
        if (value != null) {
            progress =
                    progress.with(
                            new FixedValue(
                                    value, row.getString("reference"), signature(row, "fixed_")));
        }
        progress = withCommitments(progress, id);
        var drawnAt = row.getObject("drawn_at", OffsetDateTime.class);
        if (drawnAt != null) {
            progress = progress.with(outcome(id, drawnAt.toInstant())).with(loadReplacements(id));
        }
        var ending = row.getString("ending");
        if (ending != null) {
            progress =
                    progress.with(
                            new Ending(
                                    Ending.Kind.valueOf(ending),
                                    parties(row.getString("ending_missing")),
                                    row.getString("ending_reason"),
                                    signature(row, "ended_")));
        }
        return new Draw(
                AnnouncementJson.read((Json.Obj) Json.read(text)),
                text,
                progress,
                row.getInt("version"));
    }

    private Progress withCommitments(Progress progress, DrawId id) {
        var commitments = new EnumMap<Party, Commitment>(Party.class);
        var reveals = new EnumMap<Party, Reveal>(Party.class);
        jdbc.sql(
                        """
                        select party, value, committed_at, committed_by, committed_account,
                               committed_person, secret, salt, revealed_at, revealed_by,
                               revealed_account, revealed_person
                        from draw.commitment where draw_id = :id
                        """)
                .param("id", id.value())
                .query(row -> {
                    var party = Party.valueOf(row.getString("party"));
                    commitments.put(
                            party,
                            new Commitment(row.getString("value"), signature(row, "committed_")));
                    var secret = row.getString("secret");
                    if (secret != null) {
                        reveals.put(
                                party,
                                new Reveal(
                                        new Secret(secret, row.getString("salt")),
                                        signature(row, "revealed_")));
                    }
                });
        return progress.with(commitments).revealing(reveals);
    }

    private Outcome outcome(DrawId id, Instant at) {
        var drawn = new ArrayList<Pick>();
        var alternates = new ArrayList<Pick>();
        jdbc.sql(
                        """
                        select number, key, alternate from draw.pick
                        where draw_id = :id order by rank
                        """)
                .param("id", id.value())
                .query(row -> {
                    var to = row.getBoolean("alternate") ? alternates : drawn;
                    to.add(new Pick(row.getString("number"), row.getString("key")));
                });
        return new Outcome(at, drawn, alternates);
    }

    private List<Replacement> loadReplacements(DrawId id) {
        return jdbc.sql(
                        """
                        select leaving, entering, cause, note, replaced_at, replaced_by,
                               replaced_account, replaced_person
                        from draw.replacement where draw_id = :id order by turn
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Replacement(
                                row.getString("leaving"),
                                row.getString("entering"),
                                Cause.valueOf(row.getString("cause")),
                                row.getString("note"),
                                signature(row, "replaced_")))
                .list();
    }

    @Override
    public Optional<DrawId> loadAnnouncedBy(ClientKey client) {
        return jdbc.sql(
                        "select id from draw.draw where client = :client and client_key = :client_key")
                .param("client", client.client())
                .param("client_key", client.key())
                .query((row, _) -> id(row))
                .optional();
    }

    @Override
    public Optional<Draw> loadLatest(Heading heading) {
        return jdbc.sql(
                        """
                        select id from draw.draw
                        where subject_type = :subject_type and subject_id = :subject_id
                          and purpose = :purpose
                        order by announced_at desc, id desc limit 1
                        """)
                .param("subject_type", heading.subject().type())
                .param("subject_id", heading.subject().id())
                .param("purpose", heading.purpose())
                .query((row, _) -> id(row))
                .optional()
                .flatMap(this::load);
    }

    @Override
    public List<DrawId> loadDue(Instant now) {
        return jdbc.sql(
                        """
                        select id from draw.draw
                        where (status = 'ANNOUNCED' and commit_by <= :now)
                           or (status in ('COMMITTED', 'VALUE_FIXED', 'REVEALED') and reveal_by <= :now)
                        order by id
                        """)
                .param("now", utc(now))
                .query((row, _) -> id(row))
                .list();
    }

    @Override
    public Optional<Instant> loadNextDue(Instant after) {
        return jdbc.sql(
                        """
                        select due from (
                            select case status when 'ANNOUNCED' then commit_by else reveal_by end
                            from draw.draw
                            where status in ('ANNOUNCED', 'COMMITTED', 'VALUE_FIXED', 'REVEALED')
                        ) as open (due)
                        where due > :after order by due limit 1
                        """)
                .param("after", utc(after))
                .query((row, _) -> row.getObject("due", OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public Map<String, String> loadNames(DrawId id) {
        var names = new HashMap<String, String>();
        jdbc.sql("select number, name from draw.entry where draw_id = :id")
                .param("id", id.value())
                .query(row -> {
                    names.put(row.getString("number"), row.getString("name"));
                });
        return names;
    }

    @Override
    public Signature loadAnnouncer(DrawId id) {
        return jdbc.sql(
                        """
                        select announced_at, announced_by, announced_account, announced_person
                        from draw.draw where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> signature(row, "announced_"))
                .single();
    }

    private static DrawRow row(ResultSet row, int number) throws SQLException {
        var division = row.getString("division");
        var body = row.getObject("body", UUID.class);
        var status = DrawStatus.valueOf(row.getString("status"));
        return new DrawRow(
                id(row),
                row.getString("number"),
                row.getString("title"),
                row.getString("subject_id"),
                division == null ? null : new DivisionCode(division),
                body == null ? null : new BodyId(body),
                status,
                instant(row, "announced_at"),
                due(row, status),
                new DrawRow.Counts(
                        row.getInt("pool_size"), row.getInt("drawn"), row.getInt("alternates")));
    }

    private static @Nullable Instant due(ResultSet row, DrawStatus status) throws SQLException {
        return switch (status) {
            case ANNOUNCED -> instant(row, "commit_by");
            case COMMITTED, VALUE_FIXED, REVEALED -> instant(row, "reveal_by");
            case DRAWN, FAILED, CANCELLED -> null;
        };
    }

    private static Map<String, Object> scoped(Scope scope) {
        return Map.of(
                "everywhere",
                scope.everywhere(),
                "divisions",
                scope.divisions().stream().map(DivisionCode::value).toArray(String[]::new),
                "bodies",
                scope.bodies().stream().map(BodyId::value).toArray(UUID[]::new));
    }

    private static Map<String, @Nullable Object> filtered(DrawFilter filter) {
        var text = filter.text().strip();
        var params = new HashMap<String, @Nullable Object>();
        params.put("text", text);
        params.put("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        params.put("status", filter.status() == null ? null : filter.status().name());
        params.put("open_at", filter.openAt() == null ? null : utc(filter.openAt()));
        return params;
    }

    private static Map<String, @Nullable Object> signed(Signature by) {
        return signed("", by);
    }

    private static Map<String, @Nullable Object> signed(String prefix, @Nullable Signature by) {
        var params = new HashMap<String, @Nullable Object>();
        params.put(prefix + "at", by == null ? null : utc(by.at()));
        params.put(prefix + "by", by == null ? null : by.name());
        params.put(
                prefix + "account",
                by == null || by.account() == null ? null : by.account().value());
        params.put(
                prefix + "person", by == null || by.person() == null ? null : by.person().value());
        return params;
    }

    private static Signature signature(ResultSet row, String prefix) throws SQLException {
        var account = row.getObject(prefix + "account", UUID.class);
        var person = row.getObject(prefix + "person", UUID.class);
        return new Signature(
                account == null ? null : new AccountId(account),
                person == null ? null : new PersonId(person),
                row.getString(prefix + "by"),
                instant(row, prefix + "at"));
    }

    private static String parties(Set<Party> parties) {
        return parties.stream().map(Party::name).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Party> parties(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Party::valueOf)
                .collect(Collectors.toSet());
    }

    private static DrawId id(ResultSet row) throws SQLException {
        return new DrawId(row.getObject("id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
