package cn.jiping.account.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 表单问题: what is wrong with a form, all together and by field. */
record Problems(List<String> list, Map<String, String> fields) {
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
}
