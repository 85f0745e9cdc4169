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

    /** Those that were added: an owner has one message under a draft's key and no second. */
    Set<NoticeId> add(List<Posted> messages, Instant sentAt);

    Slice<NoticeView> inbox(Collection<UUID> owners, InboxSearch search, Paging paging);

    Optional<NoticeView> open(Collection<UUID> owners, NoticeId id);

    long unread(Collection<UUID> owners);

    void markRead(Collection<UUID> owners, NoticeId id, Instant readAt);

    int markAllRead(Collection<UUID> owners, Instant readAt);

    /** What each has chosen; who chose nothing is missing. */
    Map<UUID, Set<Preference>> chosen(Collection<UUID> accounts);

    void choose(AccountId account, Preference preference);
}
