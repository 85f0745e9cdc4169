package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 考场情况.
 *
 * @param corrects the entry whose place it took
 * @param corrected whether another took its own
 */
public record Incident(
        SessionId session,
        UUID id,
        Where where,
        ConductTerms.Kind kind,
        Instant at,
        String what,
        String done,
        List<Involved> people,
        @Nullable UUID corrects,
        boolean corrected,
        Signature by) {
    public Incident {
        people = List.copyOf(people);
    }

    /** Where and in which sitting; without a room at the whole site. */
    public record Where(
            DivisionCode city, @Nullable UUID room, String roomName, @Nullable Sitting sitting) {}

    /** 涉及的考生; an empty handling is none. */
    public record Involved(
            UUID examinee, String name, String ticket, String handling, ConductTerms.Voids voids) {}
}
