package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface SmallGroupStore {
    /** Notes when the numbers of a session become final; the first note stays. */
    void awaitFinal(SessionId session, Instant finalAt);

    /** When the numbers of a session become final, if that is known yet. */
    Optional<Instant> loadFinal(SessionId session);

    /** Keeps others from changing final numbers of the session until the transaction ends. */
    Optional<Final> lockFinal(SessionId session);

    /** 核定: when the numbers are final, and whether the small groups were opened. */
    record Final(Instant at, boolean counted) {}

    void counted(SessionId session, Instant at);

    /** Null: there is nothing to wait for. */
    void lookAgain(SessionId session, @Nullable Instant at);

    List<SessionId> loadUncounted(Instant now);

    List<SessionId> loadToLookAt(Instant now);

    Optional<Instant> loadNextLook(Instant after);

    /** Every occupation and level with somebody who sits in the session on its day. */
    Map<GroupKey, Integer> loadCounts(SessionId session);

    /** Those of the group who sit on the day of the session, in the order they came. */
    List<Entry> loadMembers(GroupKey key);

    void insert(SmallGroup group, Signature by);

    /** False if somebody was faster. */
    boolean update(SmallGroup group, Signature by);

    /** Who changed it last, be it the program. */
    Optional<Signature> loadHand(SessionId session, UUID group);

    Optional<SmallGroup> load(GroupKey key);

    /** The groups waiting in a city, and those that wait to come to it. */
    List<SmallGroup> loadWaiting(SessionId session, DivisionCode city);

    /** The groups that were pooled into the city for the same occupation and level. */
    List<SmallGroup> loadPooledInto(GroupKey key);

    Optional<SmallGroup> find(Scope scope, SessionId session, UUID id);

    List<SmallGroup> list(Scope scope, SessionId session);

    /** Takes the seats of everybody in the group away. */
    void unseat(GroupKey key);

    /** Everybody of the city who has no seat but would sit there on the day. */
    List<Entry> loadUnseated(SessionId session, DivisionCode city);

    void sitIn(Entry entry, Entry.City city);

    /** Somebody stays counted where they registered, and sits in another session from now on. */
    void postpone(Entry entry, LocalDate day, SessionId another, Instant at);

    /** Keeps what the person was told; the city they came from stays as it is. */
    void keep(Entry entry, ChangedExam changed);

    /** Asked for where they registered, or for where they sit. */
    Optional<ChangedExam> loadChanged(SessionId session, UUID examinee);

    /** How many of each city's own registrations stand, wherever and whenever they sit. */
    Map<Entry.City, Integer> loadHomeCounts(SessionId session);

    /** The last day on which somebody of the city may still leave because of a change. */
    Optional<LocalDate> loadLastWithdrawal(SessionId session, DivisionCode home);
}
