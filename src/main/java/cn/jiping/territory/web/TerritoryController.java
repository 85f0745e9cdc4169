package cn.jiping.territory.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Scope;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree on a day, and one place through time. */
@Controller
class TerritoryController {
    static final Crumb HOME = new Crumb("/admin", "door.ADMIN");
    static final Crumb TREE = new Crumb("/admin/territory", "nav.territory");

    private final Territories territories;
    private final BusinessClock clock;
    private final HistoryWords words;
    private final TerritoryPageSettings settings;

    TerritoryController(
            Territories territories,
            BusinessClock clock,
            HistoryWords words,
            TerritoryPageSettings settings) {
        this.territories = territories;
        this.clock = clock;
        this.words = words;
        this.settings = settings;
    }

    @GetMapping("/admin/territory")
    String tree(
            Actor actor,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false, defaultValue = "") String q,
            Model model) {
        var day = Days.or(on, clock.today());
        var provinces = territories.provinces(day);
        var shown =
                provinces.stream()
                        .filter(each -> each.code().value().equals(province))
                        .findFirst()
                        .or(() -> own(actor.scope(), provinces, day));
        var below = shown.map(top -> below(top, day)).orElse(List.of());
        var places = q.isBlank() ? below : territories.searchEver(q, day);
        model.addAttribute("on", day);
        model.addAttribute("today", clock.today());
        model.addAttribute("q", q.strip());
        model.addAttribute("provinces", provinces);
        model.addAttribute("province", shown.orElse(null));
        model.addAttribute("rows", rows(places, day));
        model.addAttribute("counts", Counts.of(below));
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(HOME, TREE));
        return "territory/tree";
    }

    /** The province the actor works in; for all of them, the one the settings name. */
    private Optional<Division> own(Scope scope, List<Division> provinces, LocalDate day) {
        return provinces.stream()
                .filter(top ->
                        scope.everywhere()
                                ? top.code().equals(settings.homeCode())
                                : worksIn(scope, top, day))
                .findFirst()
                .or(() -> provinces.stream().findFirst());
    }

    private boolean worksIn(Scope scope, Division province, LocalDate day) {
        return scope.covers(province.code())
                || below(province, day).stream().anyMatch(place -> scope.covers(place.code()));
    }

    @GetMapping("/admin/territory/export")
    void export(@RequestParam(required = false) @Nullable String on, HttpServletResponse response)
            throws IOException {
        var day = Days.or(on, clock.today());
        var headers = List.of("代码", "名称", "全称", "级别", "上级代码", "起始", "扩权县", "自编代码");
        Excel.send(
                response,
                "行政区划 " + day,
                headers,
                territories.all(day).stream().map(place -> cells(place, day)).iterator());
    }

    private List<@Nullable Object> cells(Division place, LocalDate day) {
        return Arrays.asList(
                place.code().value(),
                place.name(),
                territories.fullName(place.code(), day),
                words.level(place.level()),
                place.parent() == null ? null : place.parent().value(),
                place.from(),
                place.authorised() ? "是" : "",
                place.ownCode() ? "是" : "");
    }

    private List<Division> below(Division place, LocalDate day) {
        return territories.children(place.code(), day).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), below(child, day).stream()))
                .toList();
    }

    private List<Row> rows(List<Division> places, LocalDate day) {
        return places.stream()
                .map(place ->
                        new Row(
                                place,
                                territories.fullName(place.code(), day),
                                territories.find(place.code(), day).isPresent()))
                .toList();
    }

    @GetMapping("/admin/territory/{code}")
    String place(
            @PathVariable DivisionCode code,
            @RequestParam(required = false) @Nullable String on,
            Model model) {
        var day = Days.or(on, clock.today());
        var inForce = territories.find(code, day);
        var place =
                inForce.or(() -> territories.findEver(code, day))
                        .orElseThrow(() -> new NotFound("division", code));
        model.addAttribute("on", day);
        model.addAttribute("today", clock.today());
        model.addAttribute("place", place);
        model.addAttribute("inForce", inForce.isPresent());
        model.addAttribute("fullName", territories.fullName(code, day));
        model.addAttribute(
                "parent", place.parent() == null ? null : words.named(place.parent(), day));
        model.addAttribute("children", territories.children(code, day));
        model.addAttribute(
                "jurisdiction",
                territories.jurisdictionOf(code, day).stream()
                        .map(each -> words.named(each, day))
                        .toList());
        var lines = history(code);
        model.addAttribute("history", lines.stream().filter(l -> !l.liesAhead(day)).toList());
        model.addAttribute("ahead", lines.stream().filter(l -> l.liesAhead(day)).toList());
        model.addAttribute("kinds", kinds(place));
        model.addAttribute(
                "crumbs",
                List.of(HOME, TREE, Crumb.named("/admin/territory/" + code, place.name())));
        return "territory/place";
    }

    /** What happened or is to happen, and, at its day, what was withdrawn. */
    private List<HistoryWords.Line> history(DivisionCode code) {
        return Stream.concat(
                        territories.changes(code).stream().map(c -> words.line(c, code)),
                        territories.withdrawn(code).stream().map(c -> words.line(c, code)))
                .sorted(Comparator.comparing(HistoryWords.Line::day))
                .toList();
    }

    private static List<AdjustmentKind> kinds(Division place) {
        return Stream.of(AdjustmentKind.values())
                .filter(kind -> place.parent() != null || kind != AdjustmentKind.MOVE)
                .toList();
    }

    /** One row of the list. */
    record Row(Division place, String fullName, boolean inForce) {}

    /** How many there are on the day. */
    record Counts(long cities, long counties) {
        static Counts of(List<Division> all) {
            return new Counts(
                    all.stream().filter(d -> d.level() == DivisionLevel.CITY).count(),
                    all.stream().filter(d -> d.level() == DivisionLevel.COUNTY).count());
        }
    }
}
