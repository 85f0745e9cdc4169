package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.DrawView.Hashes;
import cn.jiping.draw.DrawView.Standing;
import cn.jiping.draw.Progress.Commitment;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.draw.Progress.FixedValue;
import cn.jiping.draw.Progress.Replacement;
import cn.jiping.draw.Progress.Reveal;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What of a draw shows to whom. */
final class DrawViews {
    private DrawViews() {}

    static boolean open(Draw draw, Instant now) {
        return !now.isBefore(draw.announced().times().openFrom());
    }

    /** For those in whose scope it lies. */
    static DrawView inside(Draw draw, Signature announcer, Map<String, String> names, Instant now) {
        return view(draw, announcer, withoutHiddenSecrets(draw.progress()), names, now);
    }

    /** For everybody. */
    static DrawView outside(Draw draw, Map<String, String> names, Instant now) {
        var nobody = nameless(new Signature(null, null, "", draw.announced().at()));
        if (!open(draw, now)) {
            return closed(draw, nobody, now);
        }
        var named = new HashSet<>(draw.selection());
        var outcome = draw.progress().outcome();
        if (outcome != null) {
            outcome.drawn().forEach(pick -> named.add(pick.number()));
            outcome.alternates().forEach(pick -> named.add(pick.number()));
        }
        var shown = new HashMap<>(names);
        shown.keySet().retainAll(named);
        return view(
                draw, nobody, withoutOfficers(withoutHiddenSecrets(draw.progress())), shown, now);
    }

    private static DrawView closed(Draw draw, Signature nobody, Instant now) {
        var progress = draw.progress();
        var shown =
                withoutOfficers(
                        new Progress(
                                progress.status(),
                                progress.commitments(),
                                progress.publicValue(),
                                Map.of(),
                                null,
                                List.of(),
                                progress.ending()));
        return view(draw, nobody, shown, Map.of(), now, new Pool(List.of(), List.of()));
    }

    private static DrawView view(
            Draw draw,
            Signature announcer,
            Progress progress,
            Map<String, String> names,
            Instant now) {
        return view(draw, announcer, progress, names, now, draw.announced().pool());
    }

    private static DrawView view(
            Draw draw,
            Signature announcer,
            Progress progress,
            Map<String, String> names,
            Instant now,
            Pool pool) {
        var announced = draw.announced();
        var json = AnnouncementJson.write(announced);
        var result = progress.outcome() != null;
        return new DrawView(
                draw.id(),
                announced.number(),
                announcer,
                new DrawAnnouncement(
                        announced.heading(),
                        announced.times(),
                        announced.seats(),
                        announced.publicSource(),
                        announced.rules(),
                        pool,
                        ""),
                new Hashes(
                        draw.hash(),
                        json.text("rulesHash"),
                        json.text("poolHash"),
                        json.text("exclusionsHash")),
                progress,
                names,
                progress.reveals().isEmpty() ? null : draw.seed().orElse(null),
                new Standing(
                        result ? List.copyOf(draw.selection()) : List.of(),
                        result ? draw.alternatesLeft() : List.of()),
                NextStep.of(draw, now));
    }

    private static Progress withoutHiddenSecrets(Progress progress) {
        return RecordJson.secretsShow(progress) ? progress : progress.revealing(Map.of());
    }

    private static Progress withoutOfficers(Progress progress) {
        var commitments = new EnumMap<Party, Commitment>(Party.class);
        progress.commitments()
                .forEach((party, c) ->
                        commitments.put(party, new Commitment(c.value(), nameless(c.by()))));
        var reveals = new EnumMap<Party, Reveal>(Party.class);
        progress.reveals()
                .forEach(
                        (party, r) -> reveals.put(party, new Reveal(r.secret(), nameless(r.by()))));
        var value = progress.publicValue();
        var ending = progress.ending();
        return new Progress(
                progress.status(),
                commitments,
                value == null
                        ? null
                        : new FixedValue(value.value(), value.reference(), nameless(value.by())),
                reveals,
                progress.outcome(),
                progress.replacements().stream()
                        .map(r ->
                                new Replacement(
                                        r.leaving(), r.entering(), r.cause(), "", nameless(r.by())))
                        .toList(),
                ending == null
                        ? null
                        : new Ending(
                                ending.kind(),
                                ending.missing(),
                                ending.reason(),
                                nameless(ending.by())));
    }

    private static Signature nameless(Signature by) {
        return new Signature(null, null, "", by.at());
    }
}
