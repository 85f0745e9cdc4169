package cn.jiping.task;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offices as territory knows them today. */
@Component
class TerritoryOffices implements Offices {
    private final Territories territories;
    private final BusinessClock clock;

    TerritoryOffices(Territories territories, BusinessClock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    @Override
    public String name(DivisionCode division) {
        return territories.fullName(division, clock.today());
    }

    @Override
    public List<Colleague> holding(Role role, TaskPlace place) {
        return List.of();
    }

    /** The division of the level in which the place lies; all of them where it lies above. */
    @Override
    public List<Below> below(DivisionCode place, Office level) {
        var wanted = level == Office.CITY ? DivisionLevel.CITY : DivisionLevel.COUNTY;
        var today = clock.today();
        var line = territories.line(place, today);
        var own = line.stream().filter(division -> division.level() == wanted).findAny();
        return own.map(Stream::of)
                .orElseGet(() -> territories.children(place, today).stream())
                .filter(division -> division.level() == wanted)
                .map(this::below)
                .toList();
    }

    private Below below(Division division) {
        return new Below(division.code(), division.name());
    }
}
