package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import cn.jiping.territory.Territories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** 岗位和地点的选择: what an administrator may pick, inside the own scope only. */
@Service
public class PlacePicker {
    private static final int MOST_BODIES = 50;
    private static final String BETWEEN = " · ";

    private final Territories territories;
    private final ObjectProvider<BodyDirectory> bodies;
    private final BusinessClock business;

    PlacePicker(
            Territories territories, ObjectProvider<BodyDirectory> bodies, BusinessClock business) {
        this.territories = territories;
        this.bodies = bodies;
        this.business = business;
    }

    /** A division that may be picked, with its full name. */
    public record DivisionOption(DivisionCode code, String name) {}

    /** Divisions under the place they lie in, with its full name. */
    public record DivisionGroup(String name, List<DivisionOption> divisions) {}

    /** The roles that administrators give; candidates get theirs by signing in. */
    public List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role.office() != Office.CANDIDATE)
                .toList();
    }

    public List<DivisionOption> divisions(Actor actor) {
        var today = business.today();
        return territories.all(today).stream()
                .filter(division -> actor.scope().covers(division.code()))
                .map(d -> new DivisionOption(d.code(), territories.fullName(d.code(), today)))
                .toList();
    }

    /**
     * The divisions, counties under their city and cities under their province; the province of
     * which most is known first, since that is where the work is done.
     */
    public List<DivisionGroup> groups(Actor actor) {
        var groups = new LinkedHashMap<String, List<DivisionOption>>();
        var known = new HashMap<String, Integer>();
        for (var division : divisions(actor)) {
            groups.computeIfAbsent(above(division.name()), _ -> new ArrayList<>()).add(division);
            known.merge(province(division.name()), 1, Integer::sum);
        }
        return groups.entrySet().stream()
                .map(group -> new DivisionGroup(group.getKey(), group.getValue()))
                .sorted(
                        Comparator.comparingInt(
                                group -> -known.getOrDefault(province(group.name()), 0)))
                .toList();
    }

    private static String above(String fullName) {
        var end = fullName.lastIndexOf(BETWEEN);
        return end < 0 ? fullName : fullName.substring(0, end);
    }

    private static String province(String fullName) {
        var end = fullName.indexOf(BETWEEN);
        return end < 0 ? fullName : fullName.substring(0, end);
    }

    /** Whether any module keeps evaluation bodies yet. */
    public boolean knowsBodies() {
        return bodies.stream().findFirst().isPresent();
    }

    /** All bodies of the actor's scope, where they are few enough to be picked from a list. */
    public List<BodyDirectory.Entry> fewBodies(Actor actor) {
        var all = bodies(actor, "");
        return all.size() < MOST_BODIES ? all : List.of();
    }

    public List<BodyDirectory.Entry> bodies(Actor actor, String text) {
        return bodies.stream()
                .findFirst()
                .map(directory -> directory.search(actor.scope(), text.strip(), MOST_BODIES))
                .orElse(List.of());
    }
}
