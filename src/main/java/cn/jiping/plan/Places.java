package cn.jiping.plan;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 地方: the cities, districts and counties of each jurisdiction, as the law book lists them. */
final class Places {
    private static final String FOLDER = "places/";
    private static final String ENDING = ".csv";

    private final Map<Jurisdiction, Map<DivisionCode, Place>> places = new HashMap<>();

    private Places() {}

    static Places in(LawBook book) {
        return book.view(Places.class, Places::read);
    }

    private static Places read(LawBook book) {
        var places = new Places();
        book.files()
                .forEach((path, text) -> {
                    if (path.startsWith(FOLDER) && path.endsWith(ENDING)) {
                        var name = path.substring(FOLDER.length(), path.length() - ENDING.length());
                        places.places.put(new Jurisdiction(name), of(text));
                    }
                });
        return places;
    }

    private static Map<DivisionCode, Place> of(String text) {
        var all = new HashMap<DivisionCode, Place>();
        text.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(Places::place)
                .forEach(place -> all.put(place.code(), place));
        return all;
    }

    private static Place place(String[] cells) {
        return new Place(
                new DivisionCode(cells[0]),
                Kind.valueOf(cells[2]),
                cells[3].isEmpty() ? null : new DivisionCode(cells[3]),
                cells[4].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[4]),
                cells[5].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[5]));
    }

    Optional<Place> find(Jurisdiction jurisdiction, DivisionCode code, LocalDate on) {
        return Optional.ofNullable(places.getOrDefault(jurisdiction, Map.of()).get(code))
                .filter(place -> !on.isBefore(place.from()) && on.isBefore(place.before()));
    }

    /** 地方: in force from a day until before another. */
    record Place(
            DivisionCode code,
            Kind kind,
            @Nullable DivisionCode parent,
            LocalDate from,
            LocalDate before) {}

    /** What a place is; a district belongs to its city in everything. */
    enum Kind {
        /** 省. */
        PROVINCE,
        /** 市（州）. */
        CITY,
        /** 市辖区. */
        DISTRICT,
        /** 县、县级市. */
        COUNTY
    }
}
