package cn.jiping.plan;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawFault;
import cn.jiping.policy.LawFaulty;
import cn.jiping.policy.LawTable;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 地方: the cities, districts and counties of each jurisdiction, as the law book lists them. */
final class Places {
    private static final String FOLDER = "places/";
    private static final String ENDING = ".csv";
    private static final List<String> COLUMNS =
            List.of("code", "name", "kind", "parent", "from", "before");

    private final Map<Jurisdiction, Map<DivisionCode, Place>> places = new HashMap<>();

    private Places() {}

    static Places in(LawBook book) {
        return book.view(Places.class, Places::read);
    }

    private static Places read(LawBook book) {
        var places = new Places();
        book.files().keySet().stream()
                .filter(path -> path.startsWith(FOLDER) && path.endsWith(ENDING))
                .forEach(path -> places.places.put(jurisdiction(path), of(book, path)));
        return places;
    }

    private static Jurisdiction jurisdiction(String path) {
        try {
            return new Jurisdiction(
                    path.substring(FOLDER.length(), path.length() - ENDING.length()));
        } catch (IllegalArgumentException _) {
            throw LawFaulty.of(LawFault.of(path, "no-place"));
        }
    }

    private static Map<DivisionCode, Place> of(LawBook book, String path) {
        var all = new HashMap<DivisionCode, Place>();
        LawTable.read(book, path, COLUMNS).stream()
                .map(Places::place)
                .forEach(place -> all.put(place.code(), place));
        return all;
    }

    private static Place place(LawTable.Row row) {
        var parent = row.text("parent");
        var from = row.text("from");
        var before = row.text("before");
        return new Place(
                row.as("code", DivisionCode::new),
                row.as("kind", Kind::valueOf),
                parent.isEmpty() ? null : row.as("parent", DivisionCode::new),
                from.isEmpty() ? LocalDate.MIN : row.as("from", LocalDate::parse),
                before.isEmpty() ? LocalDate.MAX : row.as("before", LocalDate::parse));
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
