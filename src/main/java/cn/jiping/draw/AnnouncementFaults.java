package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.DrawAnnouncement.Seat;
import cn.jiping.draw.DrawAnnouncement.Times;
import cn.jiping.draw.DrawRules.Quota;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 公告检查: what keeps a draw from being announced, each fault at its field. Rules that no selection
 * could fulfil are explained here, so that a draw that was announced always comes to a result.
 */
final class AnnouncementFaults {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,39}");
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_VALUE = 100;
    private static final int LARGEST_COUNT = 1_000_000;

    private final List<Fault> faults = new ArrayList<>();

    private AnnouncementFaults() {}

    static List<Fault> of(DrawAnnouncement draft, DrawLimits limits, Instant now) {
        var check = new AnnouncementFaults();
        check.heading(draft);
        check.times(draft.times(), now);
        check.seats(draft);
        check.line("clientKey", draft.clientKey());
        var inPool = new AnnouncementFaults();
        inPool.limits(draft.pool(), limits);
        inPool.names(draft.pool());
        inPool.substance(draft.rules(), draft.pool());
        check.faults.addAll(inPool.faults);
        return check.faults;
    }

    /** What a verifier checks too: numbers, weights, and that the rules can be fulfilled. */
    static List<Fault> inSubstance(DrawRules rules, Pool pool) {
        var check = new AnnouncementFaults();
        check.substance(rules, pool);
        return check.faults;
    }

    private void heading(DrawAnnouncement draft) {
        var heading = draft.heading();
        line("title", heading.title());
        require(PURPOSE.matcher(heading.purpose()).matches(), "purpose", "purpose");
        line("subject", heading.subject().type());
        line("subject", heading.subject().id());
        require(
                heading.place().division() != null || heading.place().body() != null,
                "division",
                "place");
        source("basis", heading.basis());
        line("publicSource.what", draft.publicSource().what());
        line("publicSource.lookUp", draft.publicSource().lookUp());
        var predecessor = heading.predecessor();
        if (predecessor != null) {
            line("predecessor.reason", predecessor.reason());
        }
    }

    private void times(Times times, Instant now) {
        require(times.commitBy().isAfter(now), "times.commitBy", "past");
        require(
                !times.publicValueFrom().isBefore(times.commitBy()),
                "times.publicValueFrom",
                "value-before-commitments");
        require(
                times.revealBy().isAfter(times.publicValueFrom()),
                "times.revealBy",
                "reveal-before-value");
    }

    private void seats(DrawAnnouncement draft) {
        for (var party : Party.values()) {
            var seat = draft.seats().of(party);
            var field = "seats." + party;
            line(field + ".label", seat.label());
            require(
                    seat.sitter() != Seat.Sitter.BODY || draft.heading().place().body() != null,
                    field,
                    "seat-without-body");
            require(
                    seat.sitter() != Seat.Sitter.AUTHORITY
                            || draft.heading().place().division() != null,
                    field,
                    "seat-without-division");
        }
    }

    private void limits(Pool pool, DrawLimits limits) {
        require(
                pool.entries().size() + pool.exclusions().size() <= limits.largestPool(),
                "pool",
                "pool-too-large",
                limits.largestPool());
        for (var entry : pool.entries()) {
            require(
                    entry.weight() <= limits.largestWeight(),
                    at(entry.number()),
                    "weight-too-large",
                    limits.largestWeight());
        }
    }

    private void names(Pool pool) {
        pool.entries().forEach(entry -> name(entry.number(), entry.name()));
        pool.exclusions().forEach(entry -> name(entry.number(), entry.name()));
    }

    private void name(String number, String name) {
        if (!name.isEmpty()) {
            value(at(number), name);
        }
    }

    private void substance(DrawRules rules, Pool pool) {
        entries(pool);
        exclusions(pool);
        if (counts(rules) && faults.isEmpty()) {
            attributes(rules, pool);
            feasible(rules, pool.entries());
        }
    }

    private void entries(Pool pool) {
        require(!pool.entries().isEmpty(), "pool", "pool-empty");
        var seen = new HashSet<String>();
        for (var entry : pool.entries()) {
            var field = at(entry.number());
            require(NUMBER.matcher(entry.number()).matches(), field, "number", entry.number());
            require(seen.add(entry.number()), field, "number-twice", entry.number());
            require(entry.weight() >= 1, field, "weight");
            attributes(field, entry.attributes());
        }
    }

    private void attributes(String field, Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            value(field, name);
            if (!value.isEmpty()) {
                value(field, value);
            }
        });
    }

    private void exclusions(Pool pool) {
        Set<String> seen = new HashSet<>();
        pool.entries().forEach(entry -> seen.add(entry.number()));
        for (var exclusion : pool.exclusions()) {
            var field = at(exclusion.number());
            require(
                    NUMBER.matcher(exclusion.number()).matches(),
                    field,
                    "number",
                    exclusion.number());
            require(seen.add(exclusion.number()), field, "number-twice", exclusion.number());
            line(field, exclusion.reason());
            source(field, exclusion.source());
        }
    }

    private boolean counts(DrawRules rules) {
        var before = faults.size();
        require(rules.drawn() >= 1 && rules.drawn() <= LARGEST_COUNT, "rules.drawn", "drawn");
        require(
                rules.alternates() >= 0 && rules.alternates() <= LARGEST_COUNT,
                "rules.alternates",
                "alternates");
        var grouping = rules.grouping();
        if (grouping != null) {
            value("rules.grouping", grouping.attribute());
            grouping.quotas().forEach(this::quota);
            require(
                    grouping.quotas().stream().map(Quota::value).distinct().count()
                            == grouping.quotas().size(),
                    "rules.grouping",
                    "quota-twice");
        }
        var spread = rules.spread();
        if (spread != null) {
            value("rules.spread", spread.attribute());
            require(spread.atMostEach() >= 1, "rules.spread", "at-most-each");
        }
        return faults.size() == before;
    }

    private void quota(Quota quota) {
        value("rules.grouping", quota.value());
        var most = quota.atMost();
        require(
                quota.atLeast() >= 0
                        && quota.atLeast() <= LARGEST_COUNT
                        && (most == null || most >= quota.atLeast()),
                "rules.grouping",
                "quota",
                quota.value());
    }

    private void attributes(DrawRules rules, Pool pool) {
        var spread = rules.spread();
        if (spread != null) {
            for (var entry : pool.entries()) {
                require(
                        !entry.attribute(spread.attribute()).isEmpty(),
                        at(entry.number()),
                        "attribute-missing",
                        entry.number(),
                        spread.attribute());
            }
        }
    }

    private void feasible(DrawRules rules, List<PoolEntry> pool) {
        if (pool.size() < rules.drawn()) {
            fault("rules.drawn", "pool-too-small", pool.size(), rules.drawn());
            return;
        }
        var grouping = rules.grouping();
        if (grouping != null) {
            var needed = grouping.quotas().stream().mapToLong(Quota::atLeast).sum();
            if (needed > rules.drawn()) {
                fault("rules.grouping", "quotas-exceed-drawn", needed, rules.drawn());
                return;
            }
            for (var quota : grouping.quotas()) {
                var there =
                        pool.stream()
                                .filter(e ->
                                        e.attribute(grouping.attribute()).equals(quota.value()))
                                .count();
                require(
                        there >= quota.atLeast(),
                        "rules.grouping",
                        "quota-unreachable",
                        quota.value(),
                        quota.atLeast(),
                        there);
            }
        }
        var composition = new Composition(rules);
        if (faults.isEmpty() && !composition.canComplete(List.of(), pool)) {
            fault("rules", "rules-impossible", rules.drawn(), composition.largest(pool));
        }
    }

    private void line(String field, String text) {
        require(printable(text, LONGEST_LINE), field, "line", LONGEST_LINE);
    }

    private void source(String field, Source source) {
        switch (source) {
            case Source.Clause(var document, var clause) -> {
                line(field, document);
                line(field, clause);
            }
            case Source.Practice(var why) -> line(field, why);
        }
    }

    private void value(String field, String text) {
        require(printable(text, LONGEST_VALUE), field, "line", LONGEST_VALUE);
    }

    static boolean printable(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.equals(text.strip())
                && Sha256.wellFormed(text)
                && text.codePoints().noneMatch(AnnouncementFaults::unprintable);
    }

    private static boolean unprintable(int c) {
        var type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String at(String number) {
        return "pool." + number;
    }

    private void require(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            fault(field, code, arguments);
        }
    }

    private void fault(String field, String code, Object... arguments) {
        faults.add(new Fault(field, "draw." + code, List.of(arguments)));
    }
}
