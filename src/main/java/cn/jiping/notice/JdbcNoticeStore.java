package cn.jiping.notice;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNoticeStore implements NoticeStore {
    private static final String COLUMNS =
            "select id, category, title, body, path, sent_at, read_at from notice.message ";
    private static final String SEARCHED =
            """
            where owner = any(:owners::uuid[])
              and (not :unread or read_at is null)
              and (:category::text is null or category = :category)
              and (:text::text is null or title ilike :text or body ilike :text)
            """;

    private final JdbcClient jdbc;

    JdbcNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<NoticeId, Set<Preference>> add(List<Posted> messages, Instant sentAt) {
        var added = new HashMap<NoticeId, Set<Preference>>();
        jdbc.sql(
                        """
                        with added as (
                        insert into notice.message (owner, id, key, template, category, title, body,
                            subject_type, subject_id, path, sent_at)
                        select owner, id, key, template, category, title, body,
                            subject_type, subject_id, path, :sentAt
                        from unnest(:owners::uuid[], :ids::uuid[], :keys::text[],
                            :templates::text[], :categories::text[], :titles::text[],
                            :bodies::text[], :subjectTypes::text[], :subjectIds::text[],
                            :paths::text[])
                            as told (owner, id, key, template, category, title, body,
                                subject_type, subject_id, path)
                        on conflict (owner, key) do nothing
                        returning id, owner)
                        select added.id, chosen.category, chosen.channel, chosen.wanted
                        from added
                        left join notice.preference chosen on chosen.account = added.owner
                        """)
                .param("owners", texts(messages, message -> message.owner().toString()))
                .param("ids", texts(messages, message -> message.id().toString()))
                .param("keys", texts(messages, message -> message.draft().key()))
                .param("templates", texts(messages, message -> message.draft().template().code()))
                .param(
                        "categories",
                        texts(messages, message -> message.draft().template().category().name()))
                .param("titles", texts(messages, message -> message.text().title()))
                .param("bodies", texts(messages, message -> message.text().body()))
                .param("subjectTypes", texts(messages, message -> message.draft().subject().type()))
                .param("subjectIds", texts(messages, message -> message.draft().subject().id()))
                .param("paths", texts(messages, message -> message.draft().subject().path()))
                .param("sentAt", Timestamp.from(sentAt))
                .query(row -> {
                    var of =
                            added.computeIfAbsent(
                                    new NoticeId(Columns.uuid(row, "id")), _ -> new HashSet<>());
                    if (row.getString("category") != null) {
                        of.add(preference(row));
                    }
                });
        return added;
    }

    private static String[] texts(List<Posted> messages, Function<Posted, String> column) {
        return messages.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Slice<NoticeView> inbox(Collection<UUID> owners, InboxSearch search, Paging paging) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("owners", array(owners));
        params.put("unread", search.unreadOnly());
        var category = search.category();
        params.put("category", category == null ? null : category.name());
        params.put("text", Like.containing(search.text()));
        var total =
                jdbc.sql("select count(*) from notice.message " + SEARCHED)
                        .params(params)
                        .query((row, _) -> row.getLong(1))
                        .single();
        var rows =
                jdbc.sql(
                                COLUMNS
                                        + SEARCHED
                                        + "order by sent_at desc, id desc limit :size offset :offset")
                        .params(params)
                        .params(Map.of("size", paging.size(), "offset", paging.offset()))
                        .query(JdbcNoticeStore::view)
                        .list();
        return new Slice<>(rows, total, paging);
    }

    private static NoticeView view(ResultSet row, int number) throws SQLException {
        var readAt = row.getTimestamp("read_at");
        return new NoticeView(
                new NoticeId(row.getObject("id", UUID.class)),
                NoticeCategory.valueOf(row.getString("category")),
                row.getString("title"),
                row.getString("body"),
                row.getString("path"),
                row.getTimestamp("sent_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    @Override
    public Optional<NoticeView> open(Collection<UUID> owners, NoticeId id) {
        return jdbc.sql(COLUMNS + "where owner = any(:owners::uuid[]) and id = :id")
                .param("owners", array(owners))
                .param("id", id.value())
                .query(JdbcNoticeStore::view)
                .optional();
    }

    @Override
    public long unread(Collection<UUID> owners) {
        return jdbc.sql(
                        """
                        select count(*) from notice.message
                        where owner = any(:owners::uuid[]) and read_at is null
                        """)
                .param("owners", array(owners))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public void markRead(Collection<UUID> owners, NoticeId id, Instant readAt) {
        jdbc.sql(
                        """
                        update notice.message set read_at = :readAt
                        where owner = any(:owners::uuid[]) and id = :id and read_at is null
                        """)
                .param("readAt", Timestamp.from(readAt))
                .param("owners", array(owners))
                .param("id", id.value())
                .update();
    }

    @Override
    public int markAllRead(Collection<UUID> owners, Instant readAt) {
        return jdbc.sql(
                        """
                        update notice.message set read_at = :readAt
                        where owner = any(:owners::uuid[]) and read_at is null
                        """)
                .param("readAt", Timestamp.from(readAt))
                .param("owners", array(owners))
                .update();
    }

    @Override
    public Set<Preference> chosen(UUID account) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select category, channel, wanted from notice.preference
                                where account = :account
                                """)
                        .param("account", account)
                        .query((row, _) -> preference(row))
                        .list());
    }

    private static Preference preference(ResultSet row) throws SQLException {
        return new Preference(
                NoticeCategory.valueOf(Columns.text(row, "category")),
                Channel.valueOf(Columns.text(row, "channel")),
                row.getBoolean("wanted"));
    }

    @Override
    public void choose(AccountId account, Preference preference) {
        jdbc.sql(
                        """
                        insert into notice.preference (account, category, channel, wanted)
                        values (:account, :category, :channel, :wanted)
                        on conflict (account, category, channel) do update set wanted = excluded.wanted
                        """)
                .param("account", account.value())
                .param("category", preference.category().name())
                .param("channel", preference.channel().name())
                .param("wanted", preference.wanted())
                .update();
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
