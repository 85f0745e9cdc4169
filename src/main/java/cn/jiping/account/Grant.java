package cn.jiping.account;

import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 授权: a role at a place from a day until a day, with who gave it and who confirmed it. */
public record Grant(
        GrantId id,
        Role role,
        Place place,
        String placeName,
        LocalDate from,
        @Nullable LocalDate until,
        Given given,
        @Nullable Ended ended) {

    /**
     * How it was given; {@code alone}: by the first administrator to the second, without approval.
     */
    public record Given(Instant at, String by, @Nullable String confirmedBy, boolean alone) {}

    /** 收回. */
    public record Ended(Instant at, String by, String because) {}

    public boolean validOn(LocalDate day) {
        return ended == null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Not taken back and not over: valid today or later. */
    public boolean livesOn(LocalDate day) {
        return ended == null && (until == null || !day.isAfter(until));
    }

    Grant end(Ended how) {
        return new Grant(id, role, place, placeName, from, until, given, how);
    }

    Grant prolong(LocalDate newUntil) {
        return new Grant(id, role, place, placeName, from, newUntil, given, ended);
    }
}
