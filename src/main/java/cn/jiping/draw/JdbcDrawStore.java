package cn.jiping.draw;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.draw.Progress.FixedValue;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawStore implements DrawStore {
    private final JdbcClient jdbc;
    private final JdbcSteps steps;

    JdbcDrawStore(JdbcClient jdbc, JdbcSteps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
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
                        .param("commit_by", Columns.at(announced.times().commitBy()))
                        .param("public_value_from", Columns.at(announced.times().publicValueFrom()))
                        .param("reveal_by", Columns.at(announced.times().revealBy()))
                        .param("open_from", Columns.at(announced.times().openFrom()))
                        .param("announcement", draw.text())
                        .param("hash", draw.hash())
                        .params(Signatures.signed(by))
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
                        .params(Signatures.signed("fixed_", value == null ? null : value.by()))
                        .param("drawn_at", outcome == null ? null : Columns.at(outcome.at()))
                        .param("ending", ending == null ? null : ending.kind().name())
                        .param("missing", ending == null ? null : parties(ending.missing()))
                        .param("ending_reason", ending == null ? null : ending.reason())
                        .params(Signatures.signed("ended_", ending == null ? null : ending.by()))
                        .params(Signatures.signed(by))
                        .update();
        if (updated == 0) {
            throw stale(draw);
        }
        steps.save(draw);
    }

    private Stale stale(Draw draw) {
        return jdbc.sql("select status, changed_by, changed_at from draw.draw where id = :id")
                .param("id", draw.id().value())
                .query((row, _) ->
                        new Stale(
                                List.of(
                                        new Stale.Change(
                                                "page.draw.list.status",
                                                "draw.status." + row.getString("status"),
                                                "draw.status." + draw.status())),
                                row.getString("changed_by"),
                                Columns.instant(row, "changed_at")))
                .single();
    }

    @Override
    public Optional<Draw> find(Scope scope, DrawId id) {
        return find(scope, id, "");
    }

    @Override
    public Optional<Draw> lock(Scope scope, DrawId id) {
        return find(scope, id, " for update");
    }

    private Optional<Draw> find(Scope scope, DrawId id, String held) {
        return jdbc.sql("select id from draw.draw where id = :id and " + ScopeColumns.SEES + held)
                .param("id", id.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> id(row))
                .optional()
                .flatMap(this::load);
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
                                    value,
                                    row.getString("reference"),
                                    Signatures.signature(row, "fixed_")));
        }
        progress = steps.withCommitments(progress, id);
        var drawnAt = Columns.instantOrNull(row, "drawn_at");
        if (drawnAt != null) {
            progress =
                    progress.with(steps.loadOutcome(id, drawnAt)).with(steps.loadReplacements(id));
        }
        var ending = row.getString("ending");
        if (ending != null) {
            progress =
                    progress.with(
                            new Ending(
                                    Ending.Kind.valueOf(ending),
                                    parties(row.getString("ending_missing")),
                                    row.getString("ending_reason"),
                                    Signatures.signature(row, "ended_")));
        }
        return new Draw(
                AnnouncementJson.read((Json.Obj) Json.read(text)),
                text,
                progress,
                row.getInt("version"));
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
                .param("now", Columns.at(now))
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
                .param("after", Columns.at(after))
                .query((row, _) -> Columns.instant(row, "due"))
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
                .query((row, _) -> Signatures.signature(row, "announced_"))
                .single();
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

    static DrawId id(ResultSet row) throws SQLException {
        return new DrawId(row.getObject("id", UUID.class));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
