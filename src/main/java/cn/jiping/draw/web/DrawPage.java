package cn.jiping.draw.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.DrawAnnouncement;
import cn.jiping.draw.DrawStatus;
import cn.jiping.draw.DrawView;
import cn.jiping.draw.Exclusion;
import cn.jiping.draw.NextStep;
import cn.jiping.draw.Party;
import cn.jiping.draw.Pick;
import cn.jiping.draw.Progress;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts one draw into the words and parts its page is made of. */
@Component
class DrawPage {
    private final BusinessClock clock;

    DrawPage(BusinessClock clock) {
        this.clock = clock;
    }

    void show(Model model, DrawView draw, String base) {
        model.addAttribute("draw", draw);
        model.addAttribute("base", base);
        model.addAttribute("here", base + "/" + draw.id());
        model.addAttribute("kind", kind(draw.status()));
        model.addAttribute("due", due(draw.next()));
        model.addAttribute("waitingFor", labels(draw, draw.next().parties()));
        model.addAttribute("river", river(draw));
        model.addAttribute("picked", picked(draw));
        model.addAttribute("excluded", excluded(draw));
        model.addAttribute("commitments", commitments(draw));
        model.addAttribute("missing", missing(draw));
        model.addAttribute("history", history(draw));
        model.addAttribute(
                "crumbs",
                List.of(
                        PublicDrawController.crumb(base),
                        Crumb.named(base + "/" + draw.id(), draw.number())));
    }

    /** Colours by state, for lists. */
    static Map<DrawStatus, String> kinds() {
        return Stream.of(DrawStatus.values())
                .collect(Collectors.toMap(status -> status, DrawPage::kind));
    }

    private static String kind(DrawStatus status) {
        return switch (status) {
            case ANNOUNCED, COMMITTED, VALUE_FIXED, REVEALED -> "info";
            case DRAWN -> "ok";
            case FAILED -> "no";
            case CANCELLED -> "idle";
        };
    }

    private @Nullable Due due(NextStep next) {
        var until = next.until();
        return until == null ? null : Due.open(until, clock.now());
    }

    private static String labels(DrawView draw, Collection<Party> parties) {
        return parties.stream()
                .sorted()
                .map(party -> draw.announcement().seats().of(party).label())
                .collect(Collectors.joining("、"));
    }

    private static String missing(DrawView draw) {
        var ending = draw.progress().ending();
        return ending == null ? "" : labels(draw, ending.missing());
    }

    /** A stage of the draw: message key, when it was done or is due, whether it is done or on. */
    record Stage(String key, Instant at, @Nullable String state) {}

    private static List<Stage> river(DrawView draw) {
        var times = draw.announcement().times();
        var progress = draw.progress();
        var value = progress.publicValue();
        var outcome = progress.outcome();
        var committed =
                last(progress.commitments().values().stream().map(c -> c.by().at()).toList());
        var revealed = last(progress.reveals().values().stream().map(r -> r.by().at()).toList());
        var both = Party.values().length;
        var stages = new ArrayList<Stage>();
        stages.add(new Stage("announced", draw.announced().at(), "is-done"));
        stages.add(
                stage(
                        "committed",
                        progress.commitments().size() == both ? committed : null,
                        times.commitBy()));
        stages.add(stage("value", value == null ? null : value.by().at(), times.publicValueFrom()));
        stages.add(
                stage(
                        "revealed",
                        progress.reveals().size() == both ? revealed : null,
                        times.revealBy()));
        stages.add(stage("drawn", outcome == null ? null : outcome.at(), times.revealBy()));
        return withPresent(stages, draw.status().running());
    }

    private static Stage stage(String key, @Nullable Instant done, Instant due) {
        return done == null ? new Stage(key, due, null) : new Stage(key, done, "is-done");
    }

    private static List<Stage> withPresent(List<Stage> stages, boolean running) {
        for (var at = 0; at < stages.size(); at++) {
            var stage = stages.get(at);
            if (stage.state() == null) {
                if (running) {
                    stages.set(at, new Stage(stage.key(), stage.at(), "is-now"));
                }
                break;
            }
        }
        return stages;
    }

    private static @Nullable Instant last(List<Instant> instants) {
        return instants.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** One of those drawn or standing ready. */
    record Picked(
            int rank,
            Pick pick,
            String name,
            Map<String, String> attributes,
            boolean alternate,
            boolean selected,
            boolean left) {}

    private static List<Picked> picked(DrawView draw) {
        var outcome = draw.progress().outcome();
        if (outcome == null) {
            return List.of();
        }
        var left =
                draw.progress().replacements().stream()
                        .map(Progress.Replacement::leaving)
                        .collect(Collectors.toSet());
        var all = new ArrayList<>(outcome.drawn());
        all.addAll(outcome.alternates());
        var rows = new ArrayList<Picked>();
        for (var pick : all) {
            rows.add(picked(draw, pick, rows.size(), outcome.drawn().size(), left));
        }
        return rows;
    }

    private static Picked picked(
            DrawView draw, Pick pick, int before, int drawn, Set<String> left) {
        return new Picked(
                before + 1,
                pick,
                draw.name(pick.number()),
                draw.entry(pick.number()).map(e -> e.attributes()).orElse(Map.of()),
                before >= drawn,
                draw.standing().selection().contains(pick.number()),
                left.contains(pick.number()));
    }

    /** Those left out for one reason and by one clause. */
    record Excluded(String reason, Source source, List<String> who) {}

    private static List<Excluded> excluded(DrawView draw) {
        return excluded(draw.announcement().pool(), exclusion -> named(draw, exclusion.number()));
    }

    /** Before anything is announced. */
    static List<Excluded> excluded(DrawAnnouncement.Pool pool) {
        return excluded(pool, exclusion -> (exclusion.number() + " " + exclusion.name()).strip());
    }

    private static List<Excluded> excluded(
            DrawAnnouncement.Pool pool, Function<Exclusion, String> named) {
        var groups = new LinkedHashMap<List<Object>, List<Exclusion>>();
        for (var exclusion : pool.exclusions()) {
            groups.computeIfAbsent(
                            List.of(exclusion.reason(), exclusion.source()), _ -> new ArrayList<>())
                    .add(exclusion);
        }
        return groups.values().stream()
                .map(group ->
                        new Excluded(
                                group.getFirst().reason(),
                                group.getFirst().source(),
                                group.stream().map(named).toList()))
                .toList();
    }

    private static String named(DrawView draw, String number) {
        var name = draw.name(number);
        return name.isEmpty() ? number : number + " " + name;
    }

    /** One party: what it committed to and, once it shows, its secret. */
    record Committed(
            Party party,
            String label,
            Progress.@Nullable Commitment commitment,
            Progress.@Nullable Reveal reveal) {}

    private static List<Committed> commitments(DrawView draw) {
        return List.of(Party.values()).stream()
                .map(party ->
                        new Committed(
                                party,
                                draw.announcement().seats().of(party).label(),
                                draw.progress().commitments().get(party),
                                draw.progress().reveals().get(party)))
                .toList();
    }

    /** Who took which step; newest first. */
    record Taken(Instant at, String by, String key, String argument, String note) {
        private static Taken of(Signature by, String key, String argument) {
            return new Taken(by.at(), by.name(), key, argument, "");
        }
    }

    private static List<Taken> history(DrawView draw) {
        var progress = draw.progress();
        var taken = new ArrayList<Taken>();
        taken.add(Taken.of(draw.announced(), "announced", draw.number()));
        progress.commitments()
                .forEach(
                        (party, c) -> taken.add(Taken.of(c.by(), "committed", label(draw, party))));
        var value = progress.publicValue();
        if (value != null) {
            taken.add(Taken.of(value.by(), "value", value.value()));
        }
        progress.reveals()
                .forEach((party, r) -> taken.add(Taken.of(r.by(), "revealed", label(draw, party))));
        for (var replacement : progress.replacements()) {
            taken.add(
                    new Taken(
                            replacement.by().at(),
                            replacement.by().name(),
                            "replaced",
                            named(draw, replacement.leaving())
                                    + " → "
                                    + named(draw, replacement.entering()),
                            replacement.note()));
        }
        var ending = progress.ending();
        if (ending != null) {
            taken.add(
                    new Taken(
                            ending.by().at(),
                            ending.by().name(),
                            "ended",
                            ending.kind().name(),
                            ending.reason()));
        }
        taken.sort(Comparator.comparing(Taken::at).reversed());
        return taken;
    }

    private static String label(DrawView draw, Party party) {
        return draw.announcement().seats().of(party).label();
    }
}
