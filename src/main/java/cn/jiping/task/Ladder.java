package cn.jiping.task;

import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 层级阶梯: which role does the same work one office up or down, and who approves in an office. */
final class Ladder {
    private Ladder() {}

    static Optional<Office> above(Office office) {
        return switch (office) {
            case COUNTY -> Optional.of(Office.CITY);
            case CITY -> Optional.of(Office.PROVINCE);
            case PROVINCE, BODY, EXPERT, HALL, CANDIDATE, AUDIT, SYSTEM -> Optional.empty();
        };
    }

    static Optional<Office> below(Office office) {
        return switch (office) {
            case PROVINCE -> Optional.of(Office.CITY);
            case CITY -> Optional.of(Office.COUNTY);
            case COUNTY, BODY, EXPERT, HALL, CANDIDATE, AUDIT, SYSTEM -> Optional.empty();
        };
    }

    /** The same work in an office of the other level; both are authorities. */
    static Set<Role> at(Office office, Set<Role> roles) {
        return roles.stream().map(role -> at(office, role)).collect(Collectors.toUnmodifiableSet());
    }

    private static Role at(Office office, Role role) {
        var work = role.name().substring(role.office().name().length());
        return Role.valueOf(office.name() + work);
    }

    static Optional<Role> approver(Office office) {
        return switch (office) {
            case COUNTY -> Optional.of(Role.COUNTY_APPROVER);
            case CITY -> Optional.of(Role.CITY_APPROVER);
            case PROVINCE -> Optional.of(Role.PROVINCE_APPROVER);
            case BODY -> Optional.of(Role.BODY_HEAD);
            case EXPERT, HALL, CANDIDATE, AUDIT, SYSTEM -> Optional.empty();
        };
    }

    /** Candidates and experts act for themselves: there is nobody to hand a task to. */
    static boolean hasColleagues(Office office) {
        return office != Office.CANDIDATE && office != Office.EXPERT;
    }

    static boolean approves(Role role) {
        return approver(role.office()).filter(role::equals).isPresent();
    }
}
