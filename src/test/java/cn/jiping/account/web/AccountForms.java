package cn.jiping.account.web;

import cn.jiping.account.AccountFixtures;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The forms of accounts as they are sent, alternating names and values. */
final class AccountForms {
    private final LocalDate today;

    AccountForms(LocalDate today) {
        this.today = today;
    }

    /** An account with a first role at a division. */
    String[] opening(String name, String userName, String role, String place) {
        return joined(
                new String[] {
                    "name",
                    name,
                    "kind",
                    "RESIDENT_ID",
                    "number",
                    AccountFixtures.residentId(),
                    "username",
                    userName,
                    "home",
                    "330100"
                },
                giving(role, "place", place));
    }

    /** A role for a year; the place goes into the field for its kind. */
    String[] giving(String role, String field, String place) {
        return giving(role, field, place, today.plusYears(1));
    }

    String[] giving(String role, String field, String place, LocalDate until) {
        return new String[] {
            "role",
            role,
            field,
            place,
            "from",
            today.toString(),
            "until",
            until.toString(),
            "reason",
            "新任"
        };
    }

    private static String[] joined(String[] one, String[] other) {
        return Stream.of(one, other).flatMap(Stream::of).toArray(String[]::new);
    }
}
