package cn.jiping.audit;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The payload as JSON in one way only: names in alphabetic order, no blanks. */
final class CanonicalJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private CanonicalJson() {}

    static String write(Payload.Values values) {
        return MAPPER.writeValueAsString(values);
    }

    static Optional<Payload.Values> read(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Payload.Values.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
