package cn.jiping.task;

import cn.jiping.account.AccountDirectory;
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

/** Offices as territory and the directory of accounts know them today. */
@Component
class TerritoryOffices implements Offices {
    private final Territories territories;
    private final AccountDirectory directory;
    private final BusinessClock clock;

    TerritoryOffices(Territories territories, AccountDirectory directory, BusinessClock clock) {
        this.territories = territories;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name(DivisionCode division) {
        return territories.fullName(division, clock.today());
    }

    @Override
    public List<Colleague> holding(Role role, TaskPlace place) {
        var cards =
                switch (place) {
                    case TaskPlace.Platform() -> directory.holding(role);
                    case TaskPlace.Division(var division) -> directory.holding(role, division);
                    case TaskPlace.Body(var body, _) -> directory.holding(role, body);
                    case TaskPlace.Person(var person, _) -> directory.of(person);
                };
        return cards.stream().map(card -> new Colleague(card.id(), card.name())).toList();
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
