package cn.jiping.notice;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Messages belong to their owners, not to a place: the owners are asked for first. */
interface NoticeStore {
    /** False if the owner already has a message under the draft's key. */
    boolean add(
            UUID owner, NoticeId id, NoticeDraft draft, NoticeTexts.Written text, Instant sentAt);

    Slice<NoticeView> inbox(Collection<UUID> owners, InboxSearch search, Paging paging);

    Optional<NoticeView> open(Collection<UUID> owners, NoticeId id);

    long unread(Collection<UUID> owners);

    void markRead(Collection<UUID> owners, NoticeId id, Instant readAt);

    int markAllRead(Collection<UUID> owners, Instant readAt);

    Set<Preference> chosen(UUID account);

    void choose(AccountId account, Preference preference);
}
