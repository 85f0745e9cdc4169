package cn.jiping.policy;

import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDecisionStore implements DecisionStore {
    private static final String FILTER =
            """
             and id <= :last
             and (cast(:topic as text) is null or topic = :topic)
             and (cast(:jurisdiction as text) is null or jurisdiction = :jurisdiction)
             and (cast(:from as date) is null or as_of >= :from)
             and (cast(:until as date) is null or as_of <= :until)
            """;
    private static final String COLUMNS =
            """
            select id, about_type, about_id, topic, key, jurisdiction, division, body, facts,
                answer, as_of, law, decided_at, decided_by
            from policy.decision
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcDecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Decision decision) {
        var division = decision.place().division();
        var body = decision.place().body();
        var by = decision.decidedBy();
        return jdbc.sql(
                                """
                                insert into policy.decision (about_id, about_type, topic, key, id,
                                    jurisdiction, division, body, facts, answer, as_of, law,
                                    decided_at, decided_by)
                                values (:aboutId, :aboutType, :topic, :key, :id, :jurisdiction,
                                    :division, :body, :facts, :answer, :asOf, :law, :at, :by)
                                on conflict do nothing
                                """)
                        .param("aboutId", decision.about().id())
                        .param("aboutType", decision.about().type())
                        .param("topic", decision.asked().topic())
                        .param("key", decision.key())
                        .param("id", decision.id())
                        .param("jurisdiction", decision.asked().jurisdiction().value())
                        .param("division", division == null ? null : division.value())
                        .param("body", body == null ? null : body.value())
                        .param("facts", decision.asked().facts())
                        .param("answer", decision.verdict().json())
                        .param("asOf", decision.asked().asOf())
                        .param("law", decision.law())
                        .param("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                        .param("by", by == null ? null : by.value())
                        .update()
                == 1;
    }

    @Override
    public Optional<Decision> load(DecisionDraft.About about, String topic, String key) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where about_id = :aboutId and about_type = :aboutType
                                    and topic = :topic and key = :key
                                """)
                .param("aboutId", about.id())
                .param("aboutType", about.type())
                .param("topic", topic)
                .param("key", key)
                .query((row, _) -> decision(row))
                .optional();
    }

    @Override
    public List<Decision> list(Scope scope, DecisionDraft.About about) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where about_id = :aboutId and about_type = :aboutType and
                                """
                                + ScopeColumns.SEES
                                + " order by id")
                .param("aboutId", about.id())
                .param("aboutType", about.type())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> decision(row))
                .list();
    }

    @Override
    public Optional<UUID> loadLast() {
        return jdbc.sql("select id from policy.decision order by id desc limit 1")
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    @Override
    public List<Decision> loadAfter(
            @Nullable UUID after, UUID last, DecisionFilter filter, int most) {
        return jdbc.sql(COLUMNS + " where id > :after" + FILTER + " order by id limit :most")
                .param("after", after == null ? FIRST : after)
                .param("last", last)
                .params(narrowed(filter))
                .param("most", most)
                .query((row, _) -> decision(row))
                .list();
    }

    @Override
    public long loadNumberAfter(UUID after, UUID last) {
        return jdbc.sql("select count(*) from policy.decision where id > :after and id <= :last")
                .param("after", after)
                .param("last", last)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public long loadNumberUpTo(UUID last, DecisionFilter filter) {
        return jdbc.sql("select count(*) from policy.decision where true" + FILTER)
                .param("last", last)
                .params(narrowed(filter))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static Map<String, @Nullable Object> narrowed(DecisionFilter filter) {
        var jurisdiction = filter.jurisdiction();
        var narrowed = new HashMap<String, @Nullable Object>();
        narrowed.put("topic", filter.topic());
        narrowed.put("jurisdiction", jurisdiction == null ? null : jurisdiction.value());
        narrowed.put("from", filter.from());
        narrowed.put("until", filter.until());
        return narrowed;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var division = row.getString("division");
        var body = row.getObject("body", UUID.class);
        var by = row.getObject("decided_by", UUID.class);
        return new Decision(
                row.getObject("id", UUID.class),
                new DecisionDraft.About(row.getString("about_type"), row.getString("about_id")),
                row.getString("key"),
                new Decision.Asked(
                        row.getString("topic"),
                        row.getString("facts"),
                        new Jurisdiction(row.getString("jurisdiction")),
                        row.getObject("as_of", LocalDate.class)),
                Verdict.ofJson(row.getString("answer")),
                row.getString("law"),
                new Decision.Place(
                        division == null ? null : new DivisionCode(division),
                        body == null ? null : new BodyId(body)),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new AccountId(by));
    }
}
