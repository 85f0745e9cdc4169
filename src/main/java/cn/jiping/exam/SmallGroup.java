package cn.jiping.exam;

import cn.jiping.shared.Ids;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 不足人数的组: opened when its final number stays below what an examination needs; the city proposes
 * what becomes of it, the province decides.
 */
final class SmallGroup {
    private final UUID id;
    private final GroupKey key;
    private final String cityName;
    private int candidates;
    private Course course;
    private Steps steps;
    private int version;

    SmallGroup(
            UUID id,
            GroupKey key,
            String cityName,
            int candidates,
            Course course,
            Steps steps,
            int version) {
        this.id = id;
        this.key = key;
        this.cityName = cityName;
        this.candidates = candidates;
        this.course = course;
        this.steps = steps;
        this.version = version;
    }

    /**
     * 进度.
     *
     * @param round how often it was opened or sent back
     * @param dueOn the last day of the step that waits
     */
    record Course(SmallGroupStatus status, int round, Instant openedAt, LocalDate dueOn) {
        Course as(SmallGroupStatus next) {
            return new Course(next, round, openedAt, dueOn);
        }
    }

    /** 各步: what was proposed, why it was sent back, and what was decided. */
    record Steps(@Nullable Signed proposed, @Nullable String returned, @Nullable Signed decided) {
        static Steps none() {
            return new Steps(null, null, null);
        }
    }

    /** 经办的一步. */
    record Signed(GroupMeasure measure, String reason, Signature by) {}

    static SmallGroup open(
            GroupKey key, String cityName, int candidates, Instant now, LocalDate dueOn) {
        return new SmallGroup(
                Ids.next(),
                key,
                cityName,
                candidates,
                new Course(SmallGroupStatus.OPEN, 1, now, dueOn),
                Steps.none(),
                0);
    }

    /** 再次不足: somebody left a group that had been enough. */
    void reopen(int count, Instant now, LocalDate dueOn) {
        candidates = count;
        course = new Course(SmallGroupStatus.OPEN, course.round() + 1, now, dueOn);
        steps = Steps.none();
    }

    /** False if it is the number known. */
    boolean recount(int count) {
        var changed = candidates != count;
        candidates = count;
        return changed;
    }

    /**
     * @throws ExamRefused if the province has decided, or it is not too small any more
     */
    void propose(Signed proposal, LocalDate decideBy) {
        requireWaiting();
        steps = new Steps(proposal, null, null);
        course = new Course(SmallGroupStatus.PROPOSED, course.round(), course.openedAt(), decideBy);
    }

    private void requireWaiting() {
        if (!course.status().waiting()) {
            throw ExamRefused.groupSettled();
        }
    }

    /**
     * 退回.
     *
     * @throws ExamRefused if nothing is proposed
     */
    void sendBack(String reason, LocalDate proposeBy) {
        if (course.status() != SmallGroupStatus.PROPOSED) {
            throw ExamRefused.nothingProposed();
        }
        steps = new Steps(steps.proposed(), reason, null);
        course =
                new Course(SmallGroupStatus.OPEN, course.round() + 1, course.openedAt(), proposeBy);
    }

    /**
     * @throws ExamRefused if it was decided before, or it is not too small any more
     */
    void decide(Signed decision) {
        requireWaiting();
        steps = new Steps(steps.proposed(), null, decision);
        course = course.as(SmallGroupStatus.DECIDED);
    }

    /** 改从: the city they were pooled into was itself too small, and goes elsewhere with them. */
    void follow(Signed decision) {
        steps = new Steps(steps.proposed(), null, decision);
    }

    /** 不再不足. */
    void settle(int count) {
        candidates = count;
        course = course.as(count == 0 ? SmallGroupStatus.EMPTY : SmallGroupStatus.ENOUGH);
    }

    UUID id() {
        return id;
    }

    GroupKey key() {
        return key;
    }

    Entry.City city() {
        return new Entry.City(key.city(), cityName);
    }

    int candidates() {
        return candidates;
    }

    Course course() {
        return course;
    }

    SmallGroupStatus status() {
        return course.status();
    }

    Steps steps() {
        return steps;
    }

    int version() {
        return version;
    }

    void stored() {
        version++;
    }
}
