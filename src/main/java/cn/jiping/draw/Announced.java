package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.DrawAnnouncement.PublicSource;
import cn.jiping.draw.DrawAnnouncement.Seats;
import cn.jiping.draw.DrawAnnouncement.Times;
import java.time.Instant;
import java.util.Comparator;

/**
 * 已公告: an announcement as it stands in the published record: pool and exclusions in the order of
 * their numbers, without names.
 */
record Announced(
        DrawId id,
        String number,
        Instant at,
        Heading heading,
        Times times,
        Seats seats,
        PublicSource publicSource,
        DrawRules rules,
        Pool pool) {

    static Announced of(DrawId id, Instant at, DrawAnnouncement draft) {
        return new Announced(
                id,
                DrawNumber.of(id, at),
                at,
                draft.heading(),
                draft.times(),
                draft.seats(),
                draft.publicSource(),
                draft.rules(),
                new Pool(
                        draft.pool().entries().stream()
                                .map(e -> new PoolEntry(e.number(), "", e.weight(), e.attributes()))
                                .sorted(Comparator.comparing(PoolEntry::number))
                                .toList(),
                        draft.pool().exclusions().stream()
                                .map(e -> new Exclusion(e.number(), "", e.reason(), e.source()))
                                .sorted(Comparator.comparing(Exclusion::number))
                                .toList()));
    }
}
