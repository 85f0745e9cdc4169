package cn.jiping.audit;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcActStore implements ActStore {
    private final JdbcClient jdbc;

    JdbcActStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(RecordedAct act, Payload payload) {
        jdbc.sql(
                        """
                        with act as (
                            insert into audit.act (recorded_on, id, recorded_at, business_at,
                                actor_account, actor_person, actor_role, actor_place, code,
                                subject_type, subject_id, division, body, payload_digest)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ), payload as (
                            insert into audit.payload (act, salt, content) values (?, ?, ?)
                        )
                        insert into audit.pending (act, recorded_on) values (?, ?)
                        """)
                .param(act.times().recordedOn())
                .param(act.id())
                .param(act.times().recordedAt().atOffset(ZoneOffset.UTC))
                .param(act.times().businessAt().atOffset(ZoneOffset.UTC))
                .param(act.doer().account())
                .param(act.doer().person())
                .param(act.doer().role())
                .param(act.doer().place())
                .param(act.code())
                .param(act.subject().type())
                .param(act.subject().id())
                .param(act.subject().division())
                .param(act.subject().body())
                .param(act.payloadDigest().bytes())
                .param(act.id())
                .param(payload.salt())
                .param(payload.content())
                .param(act.id())
                .param(act.times().recordedOn())
                .update();
    }
}
