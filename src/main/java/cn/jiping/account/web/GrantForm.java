package cn.jiping.account.web;

import cn.jiping.account.BodyDirectory;
import cn.jiping.account.GrantDraft;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 授权表 as typed. {@code place} is a division's code or {@code *} for everywhere; a body is picked by
 * its number, or found by its name if only one has it.
 */
record GrantForm(
        @Nullable String role,
        @Nullable String place,
        @Nullable String body,
        @Nullable String bodyName,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason) {
    static final String EVERYWHERE = "*";

    static GrantForm startingOn(LocalDate today) {
        return new GrantForm("", "", "", "", today.toString(), "", "");
    }

    /** The bodies the typed name may mean. */
    interface BodyNames {
        List<BodyDirectory.Entry> search(String name);
    }

    /** What is asked of what could be read. */
    interface Rules {
        void requirePlace(Role role, GrantDraft.Where where);

        /** The days as far as there are any. */
        void requireTerm(@Nullable LocalDate from, @Nullable LocalDate until, String reason);
    }

    /**
     * @throws InvalidInput naming every field that cannot be read or breaks a rule
     */
    GrantDraft read(BodyNames bodies, Rules rules) {
        InvalidInput.requireAll(
                () -> rules.requirePlace(wanted(), where(wanted(), bodies)),
                () -> day("from", from),
                () -> day("until", until),
                () ->
                        rules.requireTerm(
                                IdentityForm.date(from),
                                IdentityForm.date(until),
                                IdentityForm.text(reason)));
        return new GrantDraft(
                wanted(),
                where(wanted(), bodies),
                day("from", from),
                day("until", until),
                IdentityForm.text(reason));
    }

    private Role wanted() {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findAny()
                .orElseThrow(() -> InvalidInput.of("role", "account.role"));
    }

    /**
     * @throws InvalidInput if it is no day
     */
    static LocalDate day(String field, @Nullable String typed) {
        var day = IdentityForm.date(typed);
        if (day == null) {
            throw InvalidInput.of(field, "account.day-" + field);
        }
        return day;
    }

    private GrantDraft.Where where(Role wanted, BodyNames bodies) {
        return switch (wanted.office()) {
            case EXPERT, CANDIDATE -> GrantDraft.Where.oneself();
            case BODY, HALL -> GrantDraft.Where.at(bodyId(bodies));
            case PROVINCE, CITY, COUNTY, AUDIT, SYSTEM ->
                    EVERYWHERE.equals(place)
                            ? GrantDraft.Where.everyPlace()
                            : GrantDraft.Where.in(division());
        };
    }

    private DivisionCode division() {
        try {
            return new DivisionCode(IdentityForm.text(place));
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("place", "account.division");
        }
    }

    private BodyId bodyId(BodyNames bodies) {
        return picked().or(() -> onlyOne(bodies.search(IdentityForm.text(bodyName))))
                .orElseThrow(() -> InvalidInput.of("body", "account.body"));
    }

    private Optional<BodyId> picked() {
        try {
            return IdentityForm.text(body).isBlank()
                    ? Optional.empty()
                    : Optional.of(BodyId.of(IdentityForm.text(body)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<BodyId> onlyOne(List<BodyDirectory.Entry> found) {
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }
}
