package cn.jiping.catalog.web;

import cn.jiping.catalog.Occupations;
import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Policies;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 职业目录开放数据: the list for programs, with what each field says. */
@RestController
class OccupationApiController {
    private final Policies policies;
    private final BusinessClock clock;
    private final OccupationTable table;

    OccupationApiController(Policies policies, BusinessClock clock, OccupationTable table) {
        this.policies = policies;
        this.clock = clock;
        this.table = table;
    }

    @GetMapping("/api/v1/occupations")
    Listing list(OccupationQuery asked, Locale locale) {
        var filter = asked.filter(policies.book(), clock.today());
        var rows = new Occupations(policies.book()).list(filter);
        return new Listing(
                filter.place().value(),
                filter.on(),
                policies.book().hash(),
                rows.size(),
                table.fields(locale),
                rows.stream().map(OccupationField::row).toList());
    }

    /** The rows that fit, for which place and day, and by which version of the law book. */
    record Listing(
            String jurisdiction,
            LocalDate asOf,
            String lawVersion,
            int total,
            List<OccupationTable.Described> fields,
            List<Map<String, Object>> occupations) {}
}
