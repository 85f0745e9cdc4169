package cn.jiping.registration.web;

import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationForm.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 工作经历表; rows left empty count as not written. */
record HistoryForm(@Nullable List<Row> rows, @Nullable String more, @Nullable Integer version)
        implements Filled {
    private static final int LONGEST = 60;
    private static final int MOST = 30;

    HistoryForm {
        rows = rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    /** 一段经历. */
    record Row(
            @Nullable String from,
            @Nullable String until,
            @Nullable String employer,
            @Nullable String post,
            @Nullable String inOccupation) {
        static final Row EMPTY = new Row(null, null, null, null, null);

        private boolean empty() {
            return Stream.of(from, until, employer, post)
                    .allMatch(typed -> Fields.plain(typed).isEmpty());
        }
    }

    static HistoryForm of(ApplicationForm form, int version) {
        var rows = new ArrayList<Row>();
        form.history().forEach(job -> rows.add(row(job)));
        if (rows.isEmpty()) {
            rows.add(Row.EMPTY);
        }
        return new HistoryForm(rows, null, version);
    }

    private static Row row(Job job) {
        var until = job.until();
        return new Row(
                job.from().toString(),
                until == null ? null : until.toString(),
                job.employer(),
                job.post(),
                String.valueOf(job.inOccupation()));
    }

    private List<Row> present() {
        return Objects.requireNonNull(rows);
    }

    @Override
    public HistoryForm withRowsAskedFor() {
        if (more == null || present().size() >= MOST) {
            return this;
        }
        var all = new ArrayList<>(present());
        all.add(Row.EMPTY);
        return new HistoryForm(all, null, version);
    }

    @Override
    public ApplicationForm in(ApplicationForm form, LocalDate today) {
        var fields = new Fields(today);
        var jobs = new ArrayList<Job>();
        for (var at = 0; at < present().size(); at++) {
            var row = present().get(at);
            if (!row.empty()) {
                job(fields, "rows[" + at + "].", row, jobs);
            }
        }
        if (jobs.isEmpty()) {
            fields.fault("rows[0].from", "registration.no-history");
        }
        fields.requireNone();
        return form.withHistory(jobs);
    }

    private static void job(Fields fields, String at, Row row, List<Job> jobs) {
        var from = fields.day(at + "from", "job.from", row.from());
        var until =
                Fields.plain(row.until()).isEmpty()
                        ? null
                        : fields.day(at + "until", "job.until", row.until());
        if (until != null && until.isBefore(from)) {
            fields.fault(at + "until", "registration.until-before-from");
            until = from;
        }
        jobs.add(
                new Job(
                        from,
                        until,
                        fields.line(at + "employer", "employer", row.employer(), LONGEST),
                        fields.line(at + "post", "job.post", row.post(), LONGEST),
                        fields.yes(
                                at + "inOccupation",
                                "job.in-occupation.short",
                                row.inOccupation())));
    }
}
