package cn.jiping.draw;

import java.util.Map;

/**
 * 候选条目: one of those among whom is drawn. The number is public and says nothing about the person;
 * the name is kept apart and is no part of the published record. Attributes are published.
 */
public record PoolEntry(String number, String name, int weight, Map<String, String> attributes) {
    public PoolEntry {
        attributes = Map.copyOf(attributes);
    }

    public static PoolEntry of(String number, String name) {
        return new PoolEntry(number, name, 1, Map.of());
    }

    String attribute(String which) {
        return attributes.getOrDefault(which, "");
    }
}
