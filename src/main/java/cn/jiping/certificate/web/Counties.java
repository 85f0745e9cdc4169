package cn.jiping.certificate.web;

import cn.jiping.certificate.Locality;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places where a certificate may be fetched, as a form offers and sends them. */
final class Counties {
    private static final String AT_THE_CITY = "CITY";

    private Counties() {}

    static List<Choice> choices(Locality city, List<Locality> counties) {
        return Stream.concat(
                        Stream.of(new Choice(AT_THE_CITY, city.name())),
                        counties.stream()
                                .map(county ->
                                        new Choice(
                                                county.code().value(),
                                                city.name() + county.name())))
                .toList();
    }

    /** The choice of the place; null: at the city. */
    static String written(@Nullable Locality county) {
        return county == null ? AT_THE_CITY : county.code().value();
    }

    /**
     * Null: at the city.
     *
     * @throws InvalidInput if it is no place
     */
    static @Nullable DivisionCode chosen(@Nullable String sent) {
        if (AT_THE_CITY.equals(sent)) {
            return null;
        }
        try {
            return new DivisionCode(sent == null ? "" : sent);
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("county", "certificate.county");
        }
    }
}
