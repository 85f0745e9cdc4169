package cn.jiping.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 行为视图: an act as it is shown. ID numbers and phones are masked even where the one who recorded
 * them forgot to.
 */
public record ActView(
        ActId id,
        Instant recordedAt,
        Instant businessAt,
        Doer doer,
        String code,
        Subject subject,
        Content content) {

    /** Who; name and address are missing once erased. The role is the name of a {@code Role}. */
    public record Doer(
            @Nullable String name,
            @Nullable String account,
            @Nullable String role,
            String place,
            @Nullable String from) {}

    /** To what, and to whom it belongs. */
    public record Subject(
            String type, String id, @Nullable String division, @Nullable String body) {}

    /** What changed and why; or when, by whom and by which term that was erased. */
    public record Content(
            List<Change> changes, @Nullable String reason, @Nullable Erasure erasure) {
        public Content {
            changes = List.copyOf(changes);
        }

        static Content of(Payload.@Nullable Values values, @Nullable Erasure erasure) {
            if (values == null) {
                return new Content(List.of(), null, erasure);
            }
            var fields = new TreeSet<>(values.before().keySet());
            fields.addAll(values.after().keySet());
            var changes = new ArrayList<Change>();
            for (var field : fields) {
                changes.add(
                        new Change(
                                field,
                                masked(values.before().get(field)),
                                masked(values.after().get(field))));
            }
            return new Content(changes, masked(values.reason()), erasure);
        }

        private static @Nullable String masked(@Nullable String value) {
            return value == null ? null : Masked.text(value);
        }

        public boolean erased() {
            return erasure != null;
        }
    }

    /** One value before and after; null where it did not exist. */
    public record Change(String field, @Nullable String before, @Nullable String after) {}
}
