package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** 组的名册: who sits in a group, and where those go who are moved out of it. */
interface GroupRosterStore {
    /** Every occupation and level with somebody who sits in the session on its day. */
    Map<GroupKey, Integer> loadCounts(SessionId session);

    /** Those of the group who sit on the day of the session, in the order they came. */
    List<Entry> loadMembers(GroupKey key);

    /** Takes the seats of everybody in the group away. */
    void unseat(GroupKey key);

    /** Everybody of the city who has no seat but would sit there on the day. */
    List<Entry> loadUnseated(SessionId session, DivisionCode city);

    void sitIn(Entry entry, Entry.City city);

    /** Somebody stays counted where they registered, and sits in another session from now on. */
    void postpone(Entry entry, LocalDate day, SessionId another, Instant at);
}
