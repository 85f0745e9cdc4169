package cn.jiping.account.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 表单问题: what is wrong with a form, all together and by field. */
record Problems(List<String> list, Map<String, String> fields) {
    /** Fields that are asked for under another id. */
    private static final Map<String, String> IDS = Map.of("division", "place", "body", "bodyName");

    Problems {
        list = List.copyOf(list);
        fields = Map.copyOf(fields);
    }

    static Problems none() {
        return new Problems(List.of(), Map.of());
    }

    public @Nullable String of(String field) {
        return fields.get(field);
    }

    /** The id of the field on the page that the text is about; null if it is about none. */
    public @Nullable String fieldOf(String text) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().equals(text))
                .map(field -> IDS.getOrDefault(field.getKey(), field.getKey()))
                .findFirst()
                .orElse(null);
    }
}
