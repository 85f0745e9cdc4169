package cn.jiping.notice;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    public boolean add(
            UUID owner, NoticeId id, NoticeDraft draft, NoticeTexts.Written text, Instant sentAt) {
        return jdbc.sql(
                                """
                                insert into notice.message (owner, id, key, template, category, title, body,
                                    subject_type, subject_id, path, sent_at)
                                values (:owner, :id, :key, :template, :category, :title, :body,
                                    :subjectType, :subjectId, :path, :sentAt)
                                on conflict (owner, key) do nothing
                                """)
                        .param("owner", owner)
                        .param("id", id.value())
                        .param("key", draft.key())
                        .param("template", draft.template().code())
                        .param("category", draft.template().category().name())
                        .param("title", text.title())
                        .param("body", text.body())
                        .param("subjectType", draft.subject().type())
                        .param("subjectId", draft.subject().id())
                        .param("path", draft.subject().path())
                        .param("sentAt", Timestamp.from(sentAt))
                        .update()
                == 1;
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
                        .query((row, _) ->
                                new Preference(
                                        NoticeCategory.valueOf(row.getString(1)),
                                        Channel.valueOf(row.getString(2)),
                                        row.getBoolean(3)))
                        .list());
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
