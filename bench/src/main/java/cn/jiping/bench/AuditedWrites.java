package cn.jiping.bench;

import cn.jiping.audit.Verifications;
import cn.jiping.database.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the audit costs: a small insert with its act, the same insert without, and the same insert
 * by means that have no program around them, in turn on one server while the blocks are sealed.
 */
final class AuditedWrites implements Benchmark {
    private static final int WORKERS = 16;
    private static final long SEALED_WITHIN_SECONDS = 600;

    @Override
    public String name() {
        return "audited-writes";
    }

    @Override
    public void run(Plan plan, Report report) throws Exception {
        try (var program = ProgramInside.start("--server.port=-1");
                var writing = Writing.prepare(program.context(), program.owner(), WORKERS)) {
            program.describe(report);
            report.setting("pool of the program: 20 connections; sealing each second");
            var server = program.bean(DatabaseServer.class);
            measure(plan, report, ways(plan, writing, server, report), program.owner());
            seal(report, program.owner());
            verify(report, program.context(), writing.acts());
        }
    }

    /** One way of writing. */
    private interface Way {
        Measured measure() throws Exception;
    }

    private static List<Way> ways(Plan plan, Writing writing, DatabaseServer server, Report report)
            throws Exception {
        var load = plan.load(WORKERS);
        var ways = new ArrayList<Way>();
        ways.add(() -> load.run("audited write", _ -> writing.audited()));
        ways.add(() -> load.run("same insert without audit", _ -> writing.unaudited()));
        ways.add(() -> load.run("same insert, plain JDBC", writing::plain));
        var pgbench = PgBench.against(server.url(), server.application());
        if (pgbench.isPresent()) {
            report.setting(pgbench.get().version());
            ways.add(() ->
                    pgbench.get().run("same insert, pgbench", WORKERS, plan, Writing.BY_SERVER));
        } else {
            report.setting("pgbench is not installed; plain JDBC is the only reference");
        }
        return ways;
    }

    /** Each round begins with another way, so that none has the quiet moments to itself. */
    private static void measure(Plan plan, Report report, List<Way> ways, Connection owner)
            throws Exception {
        var mostWaiting = 0L;
        var results = new ArrayList<List<Measured>>();
        for (var way : ways) {
            results.add(new ArrayList<>());
            // not counted: the program's code is compiled while it runs
            way.measure();
        }
        for (var round = 0; round < plan.rounds(); round++) {
            report.heading("Round " + (round + 1));
            for (var turn = 0; turn < ways.size(); turn++) {
                var which = (turn + round) % ways.size();
                var measured = ways.get(which).measure();
                results.get(which).add(measured);
                report.add(measured);
                mostWaiting = Math.max(mostWaiting, Postgres.count(owner, "audit.pending"));
            }
        }
        report.heading("The median round of each, by operations per second");
        results.stream().map(AuditedWrites::median).forEach(report::add);
        report.note(
                "Acts that waited for their block when a load ended: %,d at most."
                        .formatted(mostWaiting));
    }

    private static Measured median(List<Measured> rounds) {
        var sorted = new ArrayList<>(rounds);
        sorted.sort(Comparator.comparingDouble(Measured::perSecond));
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** How long the sealing job still needs for what came in faster than it closes blocks. */
    private static void seal(Report report, Connection owner)
            throws SQLException, InterruptedException {
        var waiting = Postgres.count(owner, "audit.pending");
        var begin = System.nanoTime();
        while (Postgres.count(owner, "audit.pending") > 0) {
            if ((System.nanoTime() - begin) / 1_000_000_000 > SEALED_WITHIN_SECONDS) {
                throw new IllegalStateException("The acts are not sealed in time");
            }
            Thread.sleep(100);
        }
        report.note(
                "After the last round %,d acts waited for their block; %.1f s later none."
                        .formatted(waiting, (System.nanoTime() - begin) / 1e9));
    }

    private static void verify(
            Report report, ConfigurableApplicationContext program, long written) {
        var begin = System.nanoTime();
        var run = program.getBean(Verifications.class).run(Map.of(), _ -> {}, _ -> {});
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (!run.sound() || run.counts().acts() < written) {
            throw new IllegalStateException("%d acts were confirmed; %s".formatted(written, run));
        }
        report.note(
                "Verification of all %,d acts in %,d blocks: %.1f s, nothing found; all %,d audited writes are among them."
                        .formatted(run.counts().acts(), run.blocks(), seconds, written));
    }
}
