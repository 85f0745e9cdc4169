package cn.jiping.account.web;

import cn.jiping.account.BodyDirectory;
import cn.jiping.account.GrantDraft;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * @throws InvalidInput naming every field that cannot be read
     */
    GrantDraft read(BodyNames bodies) {
        var faults = new ArrayList<InvalidInput.Fault>();
        var wanted = Arrays.stream(Role.values()).filter(r -> r.name().equals(role)).findAny();
        if (wanted.isEmpty()) {
            faults.add(fault("role", "account.role"));
        }
        var begins = IdentityForm.date(from);
        if (begins == null) {
            faults.add(fault("from", "account.date"));
        }
        var ends = IdentityForm.date(until);
        if (ends == null) {
            faults.add(fault("until", "account.date"));
        }
        if (begins == null || ends == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new GrantDraft(
                wanted.orElseThrow(),
                where(wanted.orElseThrow(), bodies),
                begins,
                ends,
                IdentityForm.text(reason));
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

    private static InvalidInput.Fault fault(String field, String code) {
        return new InvalidInput.Fault(field, code, List.of());
    }
}
