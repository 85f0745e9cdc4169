package cn.jiping.task;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Office;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 待办列表: the tasks that wait for a role, as people look through and count them. */
interface InboxStore {
    /** Who asks: a role, and the account whose own tasks are marked. */
    record Viewer(Role role, AccountId account) {}

    Slice<TaskRow> page(Scope scope, Viewer viewer, TaskQuery query, Instant now, Paging paging);

    /** The next rows of an export after the last one. */
    List<TaskRow> export(
            Scope scope,
            Viewer viewer,
            TaskQuery query,
            Instant now,
            @Nullable TaskRow after,
            int atMost);

    TaskCounts count(
            Scope scope, Role role, @Nullable AccountId account, Instant now, Instant tomorrow);

    List<OfficeCounts> countByOffice(Scope scope, List<Office> offices, Instant now);
}
