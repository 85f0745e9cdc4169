package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import cn.jiping.territory.Territories;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** 岗位和地点的选择: what an administrator may pick, inside the own scope only. */
@Service
public class PlacePicker {
    private static final int MOST_BODIES = 50;

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

    /** Whether any module keeps evaluation bodies yet. */
    public boolean knowsBodies() {
        return bodies.getIfAvailable() != null;
    }

    public List<BodyDirectory.Entry> bodies(Actor actor, String text) {
        return bodies.stream()
                .findFirst()
                .map(directory -> directory.search(actor.scope(), text.strip(), MOST_BODIES))
                .orElse(List.of());
    }
}
