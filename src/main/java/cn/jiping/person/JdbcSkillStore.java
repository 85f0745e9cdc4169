package cn.jiping.person;

import cn.jiping.database.Columns;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSkillStore implements SkillStore {
    private final JdbcClient jdbc;

    JdbcSkillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SkillEntry> loadHistory(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select e.id, e.entry_key, e.kind, e.occupation, e.occupation_code, e.level, e.subject,
                               e.proved_by, e.proving_body, e.source, e.since, e.until,
                               e.recorded_by, e.recorded_at, e.supersedes, e.correction,
                               exists (select 1 from person.skill_entry s
                                       where s.person_id = e.person_id and s.supersedes = e.id) as superseded
                        from person.skill_entry e where e.person_id = any (cast(:persons as uuid[]))
                        order by e.recorded_at, e.id
                        """)
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, _) -> entry(row))
                .list();
    }

    private static SkillEntry entry(ResultSet row) throws SQLException {
        return new SkillEntry(
                row.getObject("id", UUID.class),
                fact(row),
                row.getString("recorded_by"),
                Columns.instant(row, "recorded_at"),
                row.getObject("supersedes", UUID.class),
                row.getString("correction"),
                row.getBoolean("superseded"));
    }

    private static SkillFact fact(ResultSet row) throws SQLException {
        var level = row.getString("level");
        var body = row.getObject("proving_body", UUID.class);
        return new SkillFact(
                row.getString("entry_key"),
                SkillKind.valueOf(row.getString("kind")),
                new SkillFact.Skill(
                        row.getString("occupation"),
                        row.getString("occupation_code"),
                        level == null ? null : SkillLevel.valueOf(level),
                        row.getString("subject")),
                new SkillFact.Proof(
                        row.getString("proved_by"),
                        body == null ? null : new BodyId(body),
                        row.getString("source")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    @Override
    public boolean append(PersonId person, SkillEntry entry) {
        var fact = entry.fact();
        var level = fact.skill().level();
        var body = fact.proof().body();
        return jdbc.sql(
                                """
                                insert into person.skill_entry
                                    (person_id, id, entry_key, kind, occupation, occupation_code, level,
                                     subject, proved_by, proving_body, source, since, until,
                                     recorded_by, recorded_at, supersedes, correction)
                                values (:person, :id, :key, :kind, :occupation, :code, :level,
                                        :subject, :provedBy, :body, :source, :since, :until,
                                        :by, :at, :supersedes, :correction)
                                on conflict do nothing
                                """)
                        .param("person", person.value())
                        .param("id", entry.id())
                        .param("key", fact.key())
                        .param("kind", fact.kind().name())
                        .param("occupation", fact.skill().occupation())
                        .param("code", fact.skill().occupationCode())
                        .param("level", level == null ? null : level.name())
                        .param("subject", fact.skill().subject())
                        .param("provedBy", fact.proof().by())
                        .param("body", body == null ? null : body.value())
                        .param("source", fact.proof().source())
                        .param("since", fact.since())
                        .param("until", fact.until())
                        .param("by", entry.recordedBy())
                        .param("at", Columns.at(entry.recordedAt()))
                        .param("supersedes", entry.supersedes())
                        .param("correction", entry.correction())
                        .update()
                == 1;
    }
}
