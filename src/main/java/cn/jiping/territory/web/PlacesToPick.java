package cn.jiping.territory.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.territory.Territories;
import cn.jiping.web.Choice;
import cn.jiping.web.PickList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The places of today inside the actor's scope, with their full names. */
@Component
class PlacesToPick implements PickList {
    private final Territories territories;
    private final BusinessClock clock;

    PlacesToPick(Territories territories, BusinessClock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.PLACE;
    }

    @Override
    public List<Choice> choices(Actor actor) {
        var today = clock.today();
        return territories.all(today).stream()
                .filter(place -> actor.scope().covers(place.code()))
                .map(place ->
                        new Choice(place.code().value(), territories.fullName(place.code(), today)))
                .toList();
    }
}
