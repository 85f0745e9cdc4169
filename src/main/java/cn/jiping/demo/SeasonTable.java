package cn.jiping.demo;

import cn.jiping.demo.DemoSeason.Ending;
import cn.jiping.demo.DemoSeason.Part;
import cn.jiping.demo.DemoSeason.Row;
import cn.jiping.demo.DemoSeason.Told;
import cn.jiping.demo.DemoSeason.Why;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Resit;
import cn.jiping.registration.Review;
import cn.jiping.score.ResultView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import cn.jiping.web.Citations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** 演示结果: what became of everybody, city by city, and why, as the platform itself says it. */
@InDemo
class SeasonTable {
    private static final Actor PROGRAM = Actor.program("demo");
    private static final Map<Integer, List<Happening>> NOTHING_REFUSED = Map.of();

    private final TheSession session;
    private final Registering registering;
    private final Scores scores;
    private final SeasonStore store;
    private final Crowd crowd;
    private final ReasonTexts texts;
    private final MessageSource messages;

    SeasonTable(
            TheSession session,
            Registering registering,
            Scores scores,
            SeasonStore store,
            Crowd crowd,
            ReasonTexts texts,
            MessageSource messages) {
        this.session = session;
        this.registering = registering;
        this.scores = scores;
        this.store = store;
        this.crowd = crowd;
        this.texts = texts;
        this.messages = messages;
    }

    /** What is to be told of one person. */
    private record Fared(Ending ending, List<Why> whys) {}

    /** Of every season that was begun; afterwards the first is on stage again. */
    Told tell() {
        var happenings =
                store.loadHappenings().stream().collect(Collectors.groupingBy(Happening::actor));
        var parts = new ArrayList<Part>();
        var whys = new ArrayList<Why>();
        for (var season : Season.values()) {
            session.turnTo(season);
            if (session.known()) {
                // what was refused is told once, with the first
                var refused = season == Season.AUTUMN ? happenings : NOTHING_REFUSED;
                var fared = fared(refused);
                parts.add(new Part(season.title(), rows(fared)));
                new TreeMap<>(fared).values().forEach(one -> whys.addAll(one.whys()));
            }
        }
        session.turnTo(Season.AUTUMN);
        happenings.getOrDefault(0, List.of()).forEach(happening -> whys.add(why(happening)));
        return new Told(parts, counted(whys));
    }

    private Map<Integer, Fared> fared(Map<Integer, List<Happening>> happenings) {
        var results = new ConcurrentHashMap<PersonId, ResultView>();
        for (var sitting : session.sittings()) {
            session.cities()
                    .forEach(city ->
                            scores.results(PROGRAM, sitting, city)
                                    .forEach(result -> results.put(result.person(), result)));
        }
        var fared = new ConcurrentHashMap<Integer, Fared>();
        crowd.each(
                "",
                session.cast().players(),
                player ->
                        fared.put(
                                player.number(),
                                fared(
                                        player,
                                        happenings.getOrDefault(player.number(), List.of()),
                                        results)));
        return fared;
    }

    private Fared fared(
            Player player, List<Happening> happenings, Map<PersonId, ResultView> results) {
        var whys = happenings.stream().map(this::why).toList();
        if (!player.fate().appliesInTime()) {
            return new Fared(Ending.OUTSIDE, whys);
        }
        return registering
                .own(player)
                .map(view -> fared(player, view, whys, results))
                .orElse(new Fared(Ending.NOT_YET, whys));
    }

    private Fared fared(
            Player player,
            ApplicationView view,
            List<Why> whys,
            Map<PersonId, ResultView> results) {
        var result = results.get(view.about().person());
        if (result != null) {
            return new Fared(ending(result, view.about().resit()), whys);
        }
        if (player.fate().lacksTheCondition()) {
            return new Fared(Ending.NOT_ELIGIBLE, whys);
        }
        var ending = ending(view);
        var all = new ArrayList<>(whys);
        if (ending == Ending.REFUSED) {
            view.reviews().getLast().grounds().forEach(ground -> all.add(said(ground)));
        } else if (view.ended() != null && ending != Ending.WITHDRAWN) {
            all.add(new Why(word(ending), cite(session.view().days().source()), "", 1));
        }
        return new Fared(ending, all);
    }

    private Why why(Happening happening) {
        return new Why(happening.what(), cite(happening.source()), happening.said(), 1);
    }

    private Why said(Review.Ground ground) {
        var material = ground.material();
        return new Why(
                text("demo.refused-in-review")
                        + (material == null ? "" : texts.word(material, Locale.CHINA))
                        + text("registration.fault." + ground.fault().name()),
                cite(ground.source()),
                "",
                1);
    }

    private static Ending ending(ResultView result, @Nullable Resit resit) {
        if (result.passed()) {
            return resit != null && resit.offered() ? Ending.RESIT_PASSED : Ending.PASSED;
        }
        if (result.marks().values().stream().allMatch(Objects::isNull)) {
            return Ending.ABSENT;
        }
        return result.open().size() < result.marks().size() ? Ending.KEPT : Ending.FAILED;
    }

    private static Ending ending(ApplicationView view) {
        var ended = view.ended();
        if (ended == null) {
            return view.status() == ApplicationStatus.CONFIRMED ? Ending.CONFIRMED : Ending.RUNNING;
        }
        return switch (ended.why()) {
            case NOT_HANDED_IN -> Ending.NOT_HANDED_IN;
            case NOT_CORRECTED -> Ending.NOT_CORRECTED;
            case NOT_REVIEWED -> Ending.NOT_REVIEWED;
            case NOT_PAID -> Ending.NOT_PAID;
            case REFUSED -> Ending.REFUSED;
            case WITHDRAWN -> Ending.WITHDRAWN;
        };
    }

    private List<Row> rows(Map<Integer, Fared> fared) {
        var byCity = new LinkedHashMap<DivisionCode, Map<Ending, Integer>>();
        session.cities().forEach(city -> byCity.put(city, new EnumMap<>(Ending.class)));
        for (var player : session.cast().players()) {
            Objects.requireNonNull(byCity.get(player.city()))
                    .merge(require(fared, player).ending(), 1, Integer::sum);
        }
        var rows = new ArrayList<Row>();
        byCity.forEach((city, counts) -> rows.add(new Row(session.cityName(city), counts)));
        return rows;
    }

    private static Fared require(Map<Integer, Fared> fared, Player player) {
        return Objects.requireNonNull(fared.get(player.number()));
    }

    private static List<Why> counted(List<Why> whys) {
        var counts = new TreeMap<String, Why>();
        whys.forEach(why -> counts.merge(why.what() + why.source(), why, SeasonTable::both));
        return counts.values().stream()
                .sorted(Comparator.comparingInt(Why::people).reversed())
                .toList();
    }

    private static Why both(Why one, Why other) {
        return new Why(one.what(), one.source(), one.example(), one.people() + other.people());
    }

    /** As the console shows it. */
    String text(Told told) {
        var lines = new StringBuilder().append(text("demo.table")).append('\n');
        told.parts().forEach(part -> lines.append(text(part)));
        told.whys()
                .forEach(why ->
                        lines.append(
                                "%5d  %s（%s）%s%n"
                                        .formatted(
                                                why.people(),
                                                why.what(),
                                                why.source(),
                                                why.example())));
        return lines.toString();
    }

    private String text(Part part) {
        var lines = new StringBuilder(part.title()).append('\n');
        part.rows()
                .forEach(row -> {
                    lines.append(row.city()).append("  ").append(row.all());
                    row.counts()
                            .forEach((ending, many) ->
                                    lines.append("  ")
                                            .append(word(ending))
                                            .append(' ')
                                            .append(many));
                    lines.append('\n');
                });
        lines.append(text("page.demo.total")).append("  ").append(part.all());
        part.endings()
                .forEach(ending ->
                        lines.append("  ")
                                .append(word(ending))
                                .append(' ')
                                .append(part.of(ending)));
        return lines.append('\n').toString();
    }

    String word(Ending ending) {
        return text("demo.ending." + ending.name());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }

    private String cite(@Nullable Source source) {
        return source == null
                ? text("demo.no-source")
                : Citations.cite(source, messages, Locale.CHINA);
    }
}
