package cn.jiping.territory.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open data: the tree on any day. */
@RestController
class DivisionApiController {
    private final Territories territories;
    private final BusinessClock clock;

    DivisionApiController(Territories territories, BusinessClock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    @GetMapping("/api/v1/divisions")
    List<DivisionResponse> divisions(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String parent) {
        var day = Days.or(on, clock.today());
        var places =
                parent == null || parent.isBlank()
                        ? territories.provinces(day)
                        : territories.children(code("parent", parent), day);
        return places.stream().map(place -> response(place, day)).toList();
    }

    @GetMapping("/api/v1/divisions/{code}")
    DivisionResponse division(
            @PathVariable String code, @RequestParam(required = false) @Nullable String on) {
        var day = Days.or(on, clock.today());
        return territories
                .find(code("code", code), day)
                .map(place -> response(place, day))
                .orElseThrow(() -> new NotFound("division", code));
    }

    private static DivisionCode code(String field, String text) {
        try {
            return new DivisionCode(text.strip());
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of(field, "territory.code");
        }
    }

    private DivisionResponse response(Division place, LocalDate day) {
        return new DivisionResponse(
                place.code().value(),
                place.name(),
                territories.fullName(place.code(), day),
                place.level(),
                place.parent() == null ? null : place.parent().value(),
                place.from(),
                place.until(),
                new Marks(place.authorised(), place.ownCode()));
    }

    /** A place on the day asked for; {@code until} is the first day it no longer exists. */
    record DivisionResponse(
            String code,
            String name,
            String fullName,
            DivisionLevel level,
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Marks marks) {}

    /** 扩权县; a code of our own. */
    record Marks(boolean authorised, boolean ownCode) {}
}
