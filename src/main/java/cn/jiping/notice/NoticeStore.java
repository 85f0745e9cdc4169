package cn.jiping.notice;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Messages belong to their owners, not to a place: the owners are asked for first. */
interface NoticeStore {
    /** What one owner is told. */
    record Posted(UUID owner, NoticeId id, NoticeDraft draft, NoticeTexts.Written text) {}

    /**
     * Those that were added, with what their owners have chosen; an owner has one message under a
     * draft's key and no second.
     */
    Map<NoticeId, Set<Preference>> add(List<Posted> messages, Instant sentAt);

    Slice<NoticeView> inbox(Collection<UUID> owners, InboxSearch search, Paging paging);

    Optional<NoticeView> open(Collection<UUID> owners, NoticeId id);

    long unread(Collection<UUID> owners);

    void markRead(Collection<UUID> owners, NoticeId id, Instant readAt);

    int markAllRead(Collection<UUID> owners, Instant readAt);

    /** What the account has chosen; the rest is by default. */
    Set<Preference> chosen(UUID account);

    void choose(AccountId account, Preference preference);
}
