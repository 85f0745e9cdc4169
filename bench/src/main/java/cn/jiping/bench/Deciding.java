package cn.jiping.bench;

import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many applications one core judges in a second, over stored ones that go through every
 * condition, and what the same question costs over HTTP beside one that decides nothing.
 */
final class Deciding implements Benchmark {
    private static final int USUAL = 50_000;
    private static final String TOPIC = "eligibility";
    private static final List<Integer> CONCURRENCY = List.of(1, 8, 32);

    /** Counters of different workers do not share a line of the cache. */
    private static final int APART = 16;

    private static final Actor PROGRAM = Actor.program("bench");

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public void run(Plan plan, Report report) throws Exception {
        try (var program =
                ProgramInside.start(
                        "--server.port=0",
                        "--jiping.jobs.enabled=false",
                        "--jiping.callers.per-minute=" + Integer.MAX_VALUE)) {
            store(program.bean(Decisions.class));
            var stored = stored(program.owner());
            report.setting("stored applications: %,d".formatted(stored.size()));
            goThroughEveryCondition(program.bean(Policies.class), stored, report);
            inTheProgram(plan, report, program.bean(Policies.class), stored);
            overHttp(plan, report, program.context(), stored);
        }
    }

    private static int many() {
        var given = System.getenv("BENCH_APPLICATIONS");
        return given == null || given.isBlank() ? USUAL : Integer.parseInt(given.strip());
    }

    private static void store(Decisions decisions) {
        var applications = new Applications();
        for (var number = 1; number <= many(); number++) {
            decisions.decide(
                    PROGRAM,
                    new DecisionDraft(
                            new DecisionDraft.About("application", "bench-" + number),
                            TOPIC,
                            "",
                            applications.next(),
                            null,
                            null));
        }
    }

    private static List<String> stored(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows =
                        statement.executeQuery("select facts from policy.decision order by id")) {
            var facts = new ArrayList<String>();
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
            return facts;
        }
    }

    /** Facts that leave a branch out would be faster than life. */
    private static void goThroughEveryCondition(
            Policies policies, List<String> stored, Report report) {
        var met = new TreeSet<String>();
        var missed = new TreeSet<String>();
        var allowed = 0;
        for (var facts : stored) {
            var answer = policies.answer(TOPIC, facts);
            var standard = answer.outcome().get("standard") + "/";
            ids(answer.outcome().get("met")).forEach(id -> met.add(standard + id));
            ids(answer.outcome().get("missing")).forEach(id -> missed.add(standard + id));
            allowed += Boolean.TRUE.equals(answer.allowed()) ? 1 : 0;
        }
        if (!met.equals(missed)) {
            throw new IllegalStateException(
                    "Never met: %s; never missed: %s"
                            .formatted(without(missed, met), without(met, missed)));
        }
        report.setting(
                "%d conditions of the standards, each met by some and missed by others; %.0f %% may register"
                        .formatted(met.size(), 100.0 * allowed / stored.size()));
    }

    private static Collection<?> ids(@Nullable Object outcome) {
        return switch (outcome) {
            case Map<?, ?> map -> map.keySet();
            case Collection<?> many -> many;
            case null, default -> throw new IllegalStateException("No conditions: " + outcome);
        };
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static void inTheProgram(
            Plan plan, Report report, Policies policies, List<String> stored) {
        var json = JsonMapper.shared();
        var cores = Runtime.getRuntime().availableProcessors();
        for (var workers : IntStream.of(1, cores).distinct().toArray()) {
            report.heading("In the program, %d at a time".formatted(workers));
            for (var round = 1; round <= plan.rounds(); round++) {
                var read =
                        plan.load(workers)
                                .run(
                                        "facts read as JSON (reference)",
                                        each(stored, (_, facts) -> json.readTree(facts)));
                var decided =
                        plan.load(workers)
                                .run(
                                        "eligibility decided",
                                        each(stored, (_, facts) -> policies.answer(TOPIC, facts)));
                report.add(read);
                report.add(decided);
                tell(report, decided, workers);
            }
        }
    }

    private static void tell(Report report, Measured decided, int workers) {
        report.note(
                "%,.0f decisions a second and core; half of them took at most %.1f µs, 99 of 100 at most %.1f µs."
                        .formatted(
                                decided.perSecond() / workers,
                                decided.p50() * 1000,
                                decided.p99() * 1000));
    }

    /** What one worker does with the facts of one application. */
    private interface Asking {
        void ask(int worker, String facts) throws Exception;
    }

    /** Each worker goes through all of them, each from another place on. */
    private static Load.Work each(List<String> stored, Asking asking) {
        var asked = new AtomicIntegerArray(CONCURRENCY.getLast() * APART);
        return worker -> {
            var next = asked.getAndIncrement(worker * APART) + worker * stored.size() / 7;
            asking.ask(worker, stored.get(next % stored.size()));
        };
    }

    private static void overHttp(
            Plan plan, Report report, ConfigurableApplicationContext program, List<String> stored) {
        var port = program.getEnvironment().getRequiredProperty("local.server.port");
        var site = "http://localhost:" + port;
        var callers =
                IntStream.range(0, CONCURRENCY.getLast())
                        .mapToObj(_ -> Visitor.anybody(site))
                        .toList();
        report.note("The load program runs in the same process as the program.");
        for (var workers : CONCURRENCY) {
            report.heading("Over HTTP, %d at a time".formatted(workers));
            for (var round = 1; round <= plan.rounds(); round++) {
                report.add(posts(plan, workers, "no-op (reference)", NoOp.PATH, callers, stored));
                report.add(
                        posts(
                                plan,
                                workers,
                                "eligibility",
                                "/api/v1/decisions/" + TOPIC,
                                callers,
                                stored));
            }
        }
    }

    private static Measured posts(
            Plan plan,
            int workers,
            String name,
            String path,
            List<Visitor> callers,
            List<String> stored) {
        return plan.load(workers)
                .run(name, each(stored, (worker, facts) -> callers.get(worker).post(path, facts)));
    }
}
