package cn.jiping.draw;

import cn.jiping.database.Signatures;
import cn.jiping.draw.Progress.Cause;
import cn.jiping.draw.Progress.Commitment;
import cn.jiping.draw.Progress.Outcome;
import cn.jiping.draw.Progress.Replacement;
import cn.jiping.draw.Progress.Reveal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened in draws: commitments with their secrets, those drawn, replacements. */
@Repository
class JdbcSteps {
    private final JdbcClient jdbc;

    JdbcSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Draw draw) {
        var progress = draw.progress();
        progress.commitments().forEach((party, commitment) -> upsert(draw, party, commitment));
        var outcome = progress.outcome();
        if (outcome != null) {
            insertPicks(draw.id(), outcome);
        }
        insertReplacements(draw.id(), progress.replacements());
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
                .params(Signatures.signed(commitment.by()))
                .param("secret", reveal == null ? null : reveal.secret().value())
                .param("salt", reveal == null ? null : reveal.secret().salt())
                .params(Signatures.signed("revealed_", reveal == null ? null : reveal.by()))
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
                    .params(Signatures.signed(replacement.by()))
                    .update();
        }
    }

    Progress withCommitments(Progress progress, DrawId id) {
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
                            new Commitment(
                                    row.getString("value"),
                                    Signatures.signature(row, "committed_")));
                    var secret = row.getString("secret");
                    if (secret != null) {
                        reveals.put(
                                party,
                                new Reveal(
                                        new Secret(secret, row.getString("salt")),
                                        Signatures.signature(row, "revealed_")));
                    }
                });
        return progress.with(commitments).revealing(reveals);
    }

    Outcome loadOutcome(DrawId id, Instant at) {
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

    List<Replacement> loadReplacements(DrawId id) {
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
                                Signatures.signature(row, "replaced_")))
                .list();
    }
}
