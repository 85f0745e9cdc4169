package cn.jiping.bench;

import cn.jiping.clock.RecurringJob;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.DecisionFilter;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.LawDrafts;
import cn.jiping.policy.Policies;
import cn.jiping.policy.Replay;
import cn.jiping.policy.Replays;
import cn.jiping.shared.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a draft of law takes to be tried on a million stored eligibility applications, with
 * every difference kept, and how much memory that needs.
 */
final class Replaying implements Benchmark {
    private static final int USUAL = 1_000_000;
    private static final String STANDARDS = "00/catalog/standards.yaml";
    private static final Pattern YEARS = Pattern.compile("years: (\\d+)");
    private static final Actor PROGRAM = Actor.program("bench");

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void run(Plan plan, Report report) throws Exception {
        try (var program = ProgramInside.start("--server.port=-1", "--jiping.jobs.enabled=false")) {
            program.describe(report);
            report.setting(
                    "largest heap %,d MiB".formatted(Runtime.getRuntime().maxMemory() >> 20));
            fill(program.context(), program.owner(), report);
            replay(program.context(), report);
        }
    }

    private static int many() {
        var given = System.getenv("BENCH_DECISIONS");
        return given == null || given.isBlank() ? USUAL : Integer.parseInt(given.strip());
    }

    /** One decision as the program keeps it, copied with other levels, years and days. */
    private static void fill(
            ConfigurableApplicationContext program, Connection owner, Report report)
            throws SQLException {
        program.getBean(Decisions.class)
                .decide(
                        PROGRAM,
                        new DecisionDraft(
                                new DecisionDraft.About("application", "bench"),
                                "eligibility",
                                "",
                                facts("4", "2025-03-01", 5, 4),
                                null,
                                null));
        Postgres.execute(
                owner,
                """
                insert into policy.decision
                select filled.* from policy.decision d, generate_series(1, %d) n,
                lateral jsonb_populate_record(d, jsonb_build_object(
                    'id', uuidv7(), 'about_id', 'bench-' || n,
                    'facts', replace(replace(replace(replace(d.facts,
                        '"level": "4"', '"level": "' || (5 - n %% 5) || '"'),
                        '2025-03-01', (date '2024-01-01' + n %% 700)::text),
                        '"yearsInOccupation": 5', '"yearsInOccupation": ' || n %% 20),
                        '"yearsSinceCertificate": 4', '"yearsSinceCertificate": ' || n %% 7)
                )) filled where d.about_id = 'bench'
                """
                        .formatted(many() - 1));
        Postgres.execute(owner, "vacuum analyze policy.decision");
        report.setting(
                "stored eligibility applications: %,d of all levels"
                        .formatted(Postgres.count(owner, "policy.decision")));
    }

    private static String facts(String level, String on, int years, int since) {
        return """
        {"level": "%s", "on": "%s", "applicant": {"yearsInOccupation": %d, "certificate": "5", \
        "yearsSinceCertificate": %d}}\
        """
                .formatted(level, on, years, since);
    }

    private static void replay(ConfigurableApplicationContext program, Report report)
            throws IOException {
        var draft = draft(program);
        var replays = program.getBean(Replays.class);
        var asked = replays.ask(PROGRAM, draft, DecisionFilter.ALL);
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        var begin = System.nanoTime();
        var done = toTheEnd(program, replays, asked);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var counts = done.progress().counts();
        report.heading("A draft over all of them");
        report.note(
                "Judged %,d decisions twice in %.1f s (%,.0f a second); %,d differ, each kept with both answers and their clauses."
                        .formatted(
                                counts.judged(),
                                seconds,
                                counts.judged() / seconds,
                                counts.differing()));
        report.note(
                "Heap at its fullest, garbage included: %,d MiB."
                        .formatted(
                                pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum()
                                        >> 20));
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Replay toTheEnd(
            ConfigurableApplicationContext program, Replays replays, Replay asked) {
        var job =
                program.getBeanProvider(RecurringJob.class).stream()
                        .filter(candidate -> candidate.name().equals("policy.replay"))
                        .findAny()
                        .orElseThrow();
        var now = asked;
        while (now.running()) {
            job.run();
            now = replays.replay(PROGRAM, asked.id());
            System.out.printf("%,d judged%n", now.progress().counts().judged());
        }
        return now;
    }

    /** One year more for every condition that asks for years. */
    private static UUID draft(ConfigurableApplicationContext program) throws IOException {
        var law = program.getBean(Policies.class).book().file(STANDARDS).orElseThrow();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(STANDARDS));
            zip.write(
                    YEARS.matcher(law)
                            .replaceAll(m -> "years: " + (Integer.parseInt(m.group(1)) + 1))
                            .getBytes(StandardCharsets.UTF_8));
        }
        return program.getBean(LawDrafts.class)
                .upload(PROGRAM, "bench", "", bytes.toByteArray())
                .id();
    }
}
