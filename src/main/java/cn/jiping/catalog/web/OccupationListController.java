package cn.jiping.catalog.web;

import cn.jiping.catalog.OccupationFilter;
import cn.jiping.catalog.Occupations;
import cn.jiping.catalog.Province;
import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Policies;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 职业目录: the list, and the same list as a workbook and as open data. */
@Controller
class OccupationListController {
    static final String LIST = "/occupations";
    private static final String FILE = "职业目录";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv; charset=UTF-8");

    private final Policies policies;
    private final BusinessClock clock;
    private final OccupationTable table;

    OccupationListController(Policies policies, BusinessClock clock, OccupationTable table) {
        this.policies = policies;
        this.clock = clock;
        this.table = table;
    }

    @GetMapping(LIST)
    String list(OccupationQuery asked, Model model, HttpServletResponse response, Locale locale) {
        var book = policies.book();
        var today = clock.today();
        OccupationFilter filter;
        try {
            filter = asked.filter(book, today);
            model.addAttribute("faults", Map.of());
        } catch (InvalidInput wrong) {
            filter = usual();
            model.addAttribute("faults", faults(wrong));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var occupations = new Occupations(book);
        model.addAttribute("slice", occupations.page(filter, asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("filter", filter);
        model.addAttribute("on", asked.dayAsked(today));
        model.addAttribute("provinces", Province.in(book));
        model.addAttribute("province", name(book, filter.place()));
        model.addAttribute("statuses", OccupationFilter.Status.values());
        model.addAttribute("departments", occupations.departments());
        model.addAttribute("fields", table.fields(locale));
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(new Crumb("/", "door.PUBLIC"), crumb()));
        return "catalog/list";
    }

    private OccupationFilter usual() {
        return OccupationFilter.everything(
                new Jurisdiction(OccupationQuery.USUAL_PLACE), clock.today());
    }

    static String name(LawBook book, Jurisdiction place) {
        return Province.require(book, "place", place.value()).name();
    }

    /** What is wrong, by the field it stands in. */
    static Map<String, InvalidInput.Fault> faults(InvalidInput wrong) {
        return wrong.faults().stream()
                .collect(Collectors.toMap(InvalidInput.Fault::field, fault -> fault));
    }

    static Crumb crumb() {
        return new Crumb(LIST, "nav.occupations");
    }

    @GetMapping("/occupations/export")
    void export(OccupationQuery asked, HttpServletResponse response, Locale locale)
            throws IOException {
        var rows = new Occupations(policies.book()).list(filter(asked));
        var headers = table.fields(locale).stream().map(OccupationTable.Described::label).toList();
        Excel.send(
                response,
                FILE,
                headers,
                rows.stream().map(row -> table.words(row, locale)).iterator());
    }

    @GetMapping("/occupations.csv")
    ResponseEntity<String> csv(OccupationQuery asked) {
        var rows = new Occupations(policies.book()).list(filter(asked));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, Excel.attachment(FILE + ".csv"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(table.csv(rows));
    }

    private OccupationFilter filter(OccupationQuery asked) {
        return asked.filter(policies.book(), clock.today());
    }
}
