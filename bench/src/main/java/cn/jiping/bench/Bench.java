package cn.jiping.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the benchmarks named, or all, and writes a result for each. */
final class Bench {
    private static final List<Benchmark> ALL =
            List.of(
                    new AuditedWrites(),
                    new Pages(),
                    new Deciding(),
                    new Replaying(),
                    new Verifying(),
                    new Registrations());
    private static final Path RESULTS = Path.of("bench", "results");

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var wanted = names.length == 0 ? ALL : List.of(names).stream().map(Bench::named).toList();
        var plan = Plan.asAskedFor();
        for (var benchmark : wanted) {
            var report = new Report(benchmark.name());
            report.setting("plan: " + plan);
            benchmark.run(plan, report);
            System.out.println("Written: " + report.writeInto(RESULTS));
        }
        // what Spring and the HTTP client leave running must not keep the benchmark alive
        System.exit(0);
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No benchmark "
                                        + name
                                        + "; there are "
                                        + ALL.stream()
                                                .map(Benchmark::name)
                                                .collect(Collectors.joining(", "))));
    }
}
