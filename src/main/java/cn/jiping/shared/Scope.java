package cn.jiping.shared;

import java.util.Set;

/**
 * 管辖范围: what an actor may see and change. Divisions include the predecessors whose cases passed to
 * them. First parameter of every list, find, count and export of a store.
 */
public record Scope(
        boolean everywhere,
        Set<DivisionCode> divisions,
        Set<BodyId> bodies,
        Set<PersonId> persons) {
    private static final Scope NOWHERE = new Scope(false, Set.of(), Set.of(), Set.of());
    private static final Scope EVERYWHERE = new Scope(true, Set.of(), Set.of(), Set.of());

    public Scope {
        divisions = Set.copyOf(divisions);
        bodies = Set.copyOf(bodies);
        persons = Set.copyOf(persons);
    }

    public static Scope nowhere() {
        return NOWHERE;
    }

    public static Scope all() {
        return EVERYWHERE;
    }

    public static Scope ofDivisions(Set<DivisionCode> divisions) {
        return new Scope(false, divisions, Set.of(), Set.of());
    }

    public static Scope ofBody(BodyId body) {
        return new Scope(false, Set.of(), Set.of(body), Set.of());
    }

    public static Scope ofPerson(PersonId person) {
        return new Scope(false, Set.of(), Set.of(), Set.of(person));
    }

    public boolean covers(DivisionCode division) {
        return everywhere || divisions.contains(division);
    }

    public boolean covers(BodyId body) {
        return everywhere || bodies.contains(body);
    }

    public boolean covers(PersonId person) {
        return everywhere || persons.contains(person);
    }
}
