package cn.jiping.notice;

import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeliveryStore implements DeliveryStore {
    private static final String COLUMNS =
            """
            select id, recipient, channel, template, state, attempts, next_at, settled_at, problem
            from notice.delivery
            """;
    private static final String SEARCHED =
            """
            where (:everywhere or division = any(:divisions))
              and (:state::text is null or state = :state)
              and (:channel::text is null or channel = :channel)
              and (:recipient::text is null or recipient ilike :recipient)
            """;

    private final JdbcClient jdbc;

    JdbcDeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Added> deliveries, Instant now) {
        jdbc.sql(
                        """
                        insert into notice.delivery (id, owner, message_id, recipient, division, channel, template,
                            subject, text, state, attempts, next_at, created_at)
                        select id, owner, message_id, recipient, nullif(division, ''), channel, template,
                            subject, text, 'WAITING', 0, :now, :now
                        from unnest(:ids::uuid[], :owners::uuid[], :messages::uuid[],
                            :recipients::text[], :divisions::text[], :channels::text[],
                            :templates::text[], :subjects::text[], :texts::text[])
                            as told (id, owner, message_id, recipient, division, channel, template,
                                subject, text)
                        """)
                .param("ids", texts(deliveries, one -> one.id().toString()))
                .param("owners", texts(deliveries, one -> one.addressee().owner().toString()))
                .param("messages", texts(deliveries, one -> one.message().toString()))
                .param("recipients", texts(deliveries, one -> one.addressee().name()))
                .param("divisions", texts(deliveries, JdbcDeliveryStore::division))
                .param("channels", texts(deliveries, one -> one.delivery().channel().name()))
                .param("templates", texts(deliveries, one -> one.delivery().template()))
                .param("subjects", texts(deliveries, one -> one.delivery().subject()))
                .param("texts", texts(deliveries, one -> one.delivery().text()))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static String division(Added one) {
        var home = one.addressee().home();
        return home == null ? "" : home.value();
    }

    private static String[] texts(List<Added> deliveries, Function<Added, String> column) {
        return deliveries.stream().map(column).toArray(String[]::new);
    }

    @Override
    public List<Delivery> take(Instant now, Instant until, int atMost) {
        return jdbc.sql(
                        """
                        update notice.delivery d set attempts = d.attempts + 1, next_at = :until
                        from (select id from notice.delivery
                              where state = 'WAITING' and next_at <= :now
                              order by next_at limit :atMost for update skip locked) due
                        where d.id = due.id
                        returning d.id, d.owner, d.channel, d.template, d.subject, d.text, d.attempts
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("atMost", atMost)
                .query((row, _) ->
                        new Delivery(
                                new DeliveryId(row.getObject("id", UUID.class)),
                                row.getObject("owner", UUID.class),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("template"),
                                row.getString("subject"),
                                row.getString("text"),
                                row.getInt("attempts")))
                .list();
    }

    @Override
    public boolean settle(
            Delivery delivery, DeliveryState state, @Nullable String problem, Instant settledAt) {
        return jdbc.sql(
                                """
                                update notice.delivery
                                set state = :state, problem = :problem, settled_at = :settledAt
                                where id = :id and state = 'WAITING' and attempts = :attempts
                                """)
                        .param("state", state.name())
                        .param("problem", problem)
                        .param("settledAt", Timestamp.from(settledAt))
                        .param("id", delivery.id().value())
                        .param("attempts", delivery.attempts())
                        .update()
                == 1;
    }

    @Override
    public void settle(List<Delivery> deliveries, DeliveryState state, Instant settledAt) {
        jdbc.sql(
                        """
                        update notice.delivery d
                        set state = :state, problem = null, settled_at = :settledAt
                        from unnest(cast(:ids as uuid[]), cast(:attempts as int[]))
                            done (id, attempts)
                        where d.id = done.id and d.state = 'WAITING' and d.attempts = done.attempts
                        """)
                .param("state", state.name())
                .param("settledAt", Timestamp.from(settledAt))
                .param(
                        "ids",
                        deliveries.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .param(
                        "attempts",
                        deliveries.stream().map(Delivery::attempts).toArray(Integer[]::new))
                .update();
    }

    @Override
    public boolean postpone(Delivery delivery, String problem, Instant nextAt) {
        return jdbc.sql(
                                """
                                update notice.delivery set problem = :problem, next_at = :nextAt
                                where id = :id and state = 'WAITING' and attempts = :attempts
                                """)
                        .param("problem", problem)
                        .param("nextAt", Timestamp.from(nextAt))
                        .param("id", delivery.id().value())
                        .param("attempts", delivery.attempts())
                        .update()
                == 1;
    }

    @Override
    public Slice<DeliveryView> page(Scope scope, DeliverySearch search, Paging paging) {
        var params = params(scope, search);
        var total =
                jdbc.sql("select count(*) from notice.delivery " + SEARCHED)
                        .params(params)
                        .query((row, _) -> row.getLong(1))
                        .single();
        var rows =
                jdbc.sql(COLUMNS + SEARCHED + "order by id desc limit :size offset :offset")
                        .params(params)
                        .params(Map.of("size", paging.size(), "offset", paging.offset()))
                        .query(JdbcDeliveryStore::view)
                        .list();
        return new Slice<>(rows, total, paging);
    }

    private static Map<String, @Nullable Object> params(Scope scope, DeliverySearch search) {
        var params = new HashMap<String, @Nullable Object>();
        var state = search.state();
        var channel = search.channel();
        params.putAll(ScopeColumns.parameters(scope));
        params.put("state", state == null ? null : state.name());
        params.put("channel", channel == null ? null : channel.name());
        params.put("recipient", Like.containing(search.recipient()));
        return params;
    }

    @Override
    public List<DeliveryView> export(
            Scope scope, DeliverySearch search, @Nullable DeliveryId after, int atMost) {
        return jdbc.sql(
                        COLUMNS
                                + SEARCHED
                                + """
                                  and (:after::uuid is null or id < :after)
                                order by id desc limit :atMost
                                """)
                .params(params(scope, search))
                .param("after", after == null ? null : after.value())
                .param("atMost", atMost)
                .query(JdbcDeliveryStore::view)
                .list();
    }

    @Override
    public Optional<DeliveryView> find(Scope scope, DeliveryId id) {
        return jdbc.sql(COLUMNS + "where id = :id and (:everywhere or division = any(:divisions))")
                .param("id", id.value())
                .params(ScopeColumns.parameters(scope))
                .query(JdbcDeliveryStore::view)
                .optional();
    }

    private static DeliveryView view(ResultSet row, int number) throws SQLException {
        var settledAt = row.getTimestamp("settled_at");
        return new DeliveryView(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getString("recipient"),
                Channel.valueOf(row.getString("channel")),
                row.getString("template"),
                DeliveryState.valueOf(row.getString("state")),
                new DeliveryView.Attempts(
                        row.getInt("attempts"),
                        row.getTimestamp("next_at").toInstant(),
                        settledAt == null ? null : settledAt.toInstant(),
                        row.getString("problem")));
    }

    @Override
    public boolean sendAgain(DeliveryId id, Instant now) {
        return jdbc.sql(
                                """
                                update notice.delivery
                                set state = 'WAITING', attempts = 0, next_at = :now, settled_at = null
                                where id = :id and state in ('FAILED', 'NOT_CONFIGURED')
                                """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    @Override
    public int sendAllAgain(Scope scope, Channel channel, Instant now) {
        return jdbc.sql(
                        """
                        update notice.delivery
                        set state = 'WAITING', attempts = 0, next_at = :now, settled_at = null
                        where channel = :channel and state = 'FAILED'
                          and (:everywhere or division = any(:divisions))
                        """)
                .param("now", Timestamp.from(now))
                .param("channel", channel.name())
                .params(ScopeColumns.parameters(scope))
                .update();
    }

    @Override
    public int forgetSettledBefore(Instant instant) {
        return jdbc.sql(
                        """
                        delete from notice.delivery
                        where state in ('SENT', 'NO_ADDRESS', 'NOT_CONFIGURED') and settled_at < :instant
                        """)
                .param("instant", Timestamp.from(instant))
                .update();
    }

    @Override
    public void keepForDemo(UUID id, DemoOutbox.Sent sent) {
        jdbc.sql(
                        """
                        insert into notice.demo_outbox (id, channel, address, subject, text, sent_at)
                        values (:id, :channel, :address, :subject, :text, :sentAt)
                        """)
                .param("id", id)
                .param("channel", sent.channel().name())
                .param("address", sent.address())
                .param("subject", sent.subject())
                .param("text", sent.text())
                .param("sentAt", Timestamp.from(sent.sentAt()))
                .update();
    }

    @Override
    public Slice<DemoOutbox.Sent> demoOutbox(Paging paging) {
        var total =
                jdbc.sql("select count(*) from notice.demo_outbox")
                        .query((row, _) -> row.getLong(1))
                        .single();
        var rows =
                jdbc.sql(
                                """
                                select channel, address, subject, text, sent_at from notice.demo_outbox
                                order by id desc limit :size offset :offset
                                """)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) ->
                                new DemoOutbox.Sent(
                                        Channel.valueOf(row.getString("channel")),
                                        row.getString("address"),
                                        row.getString("subject"),
                                        row.getString("text"),
                                        row.getTimestamp("sent_at").toInstant()))
                        .list();
        return new Slice<>(rows, total, paging);
    }
}
