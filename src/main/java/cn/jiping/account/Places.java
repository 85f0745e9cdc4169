package cn.jiping.account;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 岗位所在的判断: what a place covers on a day, what it is called, which roles fit there. */
@Component
class Places {
    private final Territories territories;
    private final ObjectProvider<BodyDirectory> bodies;

    Places(Territories territories, ObjectProvider<BodyDirectory> bodies) {
        this.territories = territories;
        this.bodies = bodies;
    }

    /** What the holder of a role at the place sees and changes on the day. */
    Scope scope(Place place, @Nullable PersonId person, LocalDate on) {
        return switch (place) {
            case Place.Everywhere _ -> Scope.all();
            case Place.InDivision in ->
                    Scope.ofDivisions(territories.jurisdictionOf(in.code(), on));
            case Place.AtBody at -> Scope.ofBody(at.body());
            case Place.Self _ -> person == null ? Scope.nowhere() : Scope.ofPerson(person);
        };
    }

    /** Whether somebody of the scope may give and take roles at the place. */
    static boolean within(Scope scope, Place place) {
        return switch (place) {
            case Place.Everywhere _ -> scope.everywhere();
            case Place.InDivision in -> scope.covers(in.code());
            case Place.AtBody at -> scope.covers(at.division());
            case Place.Self _ -> true;
        };
    }

    /** The division a place lies in, if in one. */
    static @Nullable DivisionCode division(@Nullable Place place) {
        return switch (place) {
            case Place.InDivision in -> in.code();
            case Place.AtBody at -> at.division();
            case null -> null;
            case Place.Everywhere _, Place.Self _ -> null;
        };
    }

    /**
     * The place that was picked for a role, if it lies inside the scope.
     *
     * @throws InvalidInput if it does not, does not exist on the day, or is missing
     * @throws AccountRefused if nobody is given the role this way
     */
    Place resolve(Scope scope, Role role, GrantDraft.Where where, LocalDate on) {
        return switch (role.office()) {
            case CANDIDATE -> throw AccountRefused.notGrantable();
            case EXPERT -> new Place.Self();
            case BODY, HALL -> body(scope, where.body());
            case PROVINCE, CITY, COUNTY ->
                    new Place.InDivision(division(scope, where.division(), on));
            case AUDIT, SYSTEM -> {
                if (where.everywhere() && scope.everywhere()) {
                    yield new Place.Everywhere();
                }
                yield new Place.InDivision(division(scope, where.division(), on));
            }
        };
    }

    private DivisionCode division(Scope scope, @Nullable DivisionCode picked, LocalDate on) {
        return Optional.ofNullable(picked)
                .filter(scope::covers)
                .filter(division -> territories.find(division, on).isPresent())
                .orElseThrow(() -> InvalidInput.of("division", "account.division"));
    }

    private Place body(Scope scope, @Nullable BodyId picked) {
        return Optional.ofNullable(picked)
                .flatMap(id -> bodies.stream().findFirst().flatMap(d -> d.find(scope, id)))
                .map(entry -> new Place.AtBody(entry.id(), entry.division()))
                .orElseThrow(() -> InvalidInput.of("body", "account.body"));
    }

    /** The counties and districts of the city on the day. */
    List<DivisionCode> counties(DivisionCode city, LocalDate on) {
        return territories.children(city, on).stream().map(Division::code).toList();
    }

    String name(Place place, LocalDate on) {
        return switch (place) {
            case Place.Everywhere _ -> "";
            case Place.InDivision in -> territories.fullName(in.code(), on);
            case Place.AtBody at -> bodyName(at);
            case Place.Self _ -> "";
        };
    }

    private String bodyName(Place.AtBody at) {
        return bodies.stream()
                .findFirst()
                .flatMap(directory -> directory.find(Scope.all(), at.body()))
                .map(BodyDirectory.Entry::name)
                .orElse(at.body().toString());
    }

    /**
     * @throws AccountRefused if the role cannot be exercised there, such as a city's at a county
     */
    void requireFit(Role role, Place place, LocalDate on) {
        if (!fits(role, place, on)) {
            throw AccountRefused.placeDoesNotFit();
        }
    }

    boolean fits(Role role, Place place, LocalDate on) {
        return switch (role.office()) {
            case PROVINCE -> lies(place, DivisionLevel.PROVINCE, on);
            case CITY -> lies(place, DivisionLevel.CITY, on);
            case COUNTY -> lies(place, DivisionLevel.COUNTY, on);
            case BODY, HALL -> place instanceof Place.AtBody;
            case EXPERT, CANDIDATE -> place instanceof Place.Self;
            case AUDIT, SYSTEM ->
                    place instanceof Place.Everywhere || place instanceof Place.InDivision;
        };
    }

    private boolean lies(Place place, DivisionLevel level, LocalDate on) {
        return place instanceof Place.InDivision in
                && territories.find(in.code(), on).filter(d -> d.level() == level).isPresent();
    }
}
