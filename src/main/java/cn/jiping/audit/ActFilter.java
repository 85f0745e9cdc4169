package cn.jiping.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 筛选: which acts a list shows; what is null does not matter. The actor is a name or part of it, or
 * the id of an account or person; the code may be its beginning.
 */
public record ActFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String actor,
        @Nullable String code,
        @Nullable SubjectFilter subject,
        @Nullable ActId id,
        boolean oldestFirst) {
    public static final ActFilter ALL = new ActFilter(null, null, null, null, null, null, false);

    /** Type, id and division of the subject. */
    public record SubjectFilter(
            @Nullable String type, @Nullable String id, @Nullable String division) {}

    static ActFilter of(ActId id) {
        return new ActFilter(null, null, null, null, null, id, false);
    }

    static ActFilter ofSubject(String type, String id) {
        return new ActFilter(
                null, null, null, null, new SubjectFilter(type, id, null), null, false);
    }

    ActFilter between(LocalDate first, LocalDate last) {
        return new ActFilter(first, last, actor, code, subject, id, oldestFirst);
    }

    @Nullable String subjectType() {
        return subject == null ? null : subject.type();
    }

    @Nullable String subjectId() {
        return subject == null ? null : subject.id();
    }

    @Nullable String division() {
        return subject == null ? null : subject.division();
    }
}
