package cn.jiping.draw;

import cn.jiping.shared.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 一次抽取, as one may see it: names, officers and secrets only where they may be shown.
 *
 * @param names by public number
 * @param seed once both secrets are known
 */
public record DrawView(
        DrawId id,
        String number,
        Signature announced,
        DrawAnnouncement announcement,
        Hashes hashes,
        Progress progress,
        Map<String, String> names,
        @Nullable String seed,
        Standing standing,
        NextStep next) {

    public DrawView {
        names = Map.copyOf(names);
    }

    /** 摘要 as published. */
    public record Hashes(String announcement, String rules, String pool, String exclusions) {}

    /** Who is selected now, and which alternates are left, in order. */
    public record Standing(List<String> selection, List<String> alternatesLeft) {
        public Standing {
            selection = List.copyOf(selection);
            alternatesLeft = List.copyOf(alternatesLeft);
        }
    }

    public DrawStatus status() {
        return progress.status();
    }

    /** The name behind a number, or nothing where it is not to be shown. */
    public String name(String entry) {
        return names.getOrDefault(entry, "");
    }

    public Optional<PoolEntry> entry(String number) {
        return announcement.pool().entries().stream()
                .filter(entry -> entry.number().equals(number))
                .findAny();
    }
}
