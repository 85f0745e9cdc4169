package cn.jiping.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 考场情况记录.
 *
 * @param room null: the whole site
 * @param sitting null: at no sitting
 * @param kind by its name in the law book
 * @param done what was done about it; an emergency must say so
 * @param corrects the entry whose place this one takes
 */
public record IncidentDraft(
        @Nullable UUID room,
        @Nullable Sitting sitting,
        String kind,
        Instant at,
        String what,
        String done,
        List<Person> people,
        @Nullable UUID corrects,
        String clientKey) {
    public IncidentDraft {
        people = List.copyOf(people);
    }

    /** 涉及的考生, by ticket; the handling by its name in the law book, or empty. */
    public record Person(String ticket, String handling) {}
}
