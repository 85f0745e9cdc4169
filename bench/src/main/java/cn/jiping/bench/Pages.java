package cn.jiping.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * How long the page for signing in and a very full inbox let people wait, beside the health of the
 * program as the reference, over HTTP against the packaged program.
 */
final class Pages implements Benchmark {
    private static final List<Integer> CONCURRENCY = List.of(1, 8, 32);
    private static final int WARMING = 8;
    private static final int MOST = CONCURRENCY.getLast();
    private static final String CLERK = "demo-province-clerk";
    private static final String PASSWORD = "jiping-demo-2021";
    private static final String INBOX = "/authority/tasks";

    /** The list stops counting at 10,000 rows; that is its last page of 20. */
    private static final int LAST_PAGE = 500;

    /** What one worker asks for; the paths differ from one request to the next where it matters. */
    private record Request(String name, boolean signedIn, Supplier<String> path) {
        static Request of(String name, String path) {
            return new Request(name, true, () -> path);
        }
    }

    private static final List<Request> REQUESTS =
            List.of(
                    new Request("health (reference)", false, () -> "/actuator/health"),
                    new Request("sign-in page", false, () -> "/sign-in"),
                    Request.of("inbox, first page", INBOX),
                    new Request(
                            "inbox, any of its pages",
                            true,
                            () -> INBOX + "?page=" + number(LAST_PAGE)),
                    Request.of("inbox, last page", INBOX + "?page=" + LAST_PAGE),
                    Request.of("inbox, 200 rows", INBOX + "?size=200"),
                    Request.of("inbox, latest deadline first", INBOX + "?sort=-due"),
                    Request.of("inbox, newest first", INBOX + "?sort=-opened"),
                    Request.of("inbox, unclaimed", INBOX + "?view=UNCLAIMED"),
                    Request.of("inbox, overdue", INBOX + "?view=OVERDUE"),
                    Request.of("inbox, ended", INBOX + "?view=ENDED"),
                    Request.of("inbox, one county", INBOX + "?place=" + words("西湖区")),
                    Request.of("inbox, frequent words", INBOX + "?q=" + words("考务")),
                    new Request(
                            "inbox, a title of which there is one",
                            true,
                            () -> INBOX + "?q=" + words("第" + number(FullInbox.WAITING) + "号")),
                    Request.of("inbox, words of no title", INBOX + "?q=" + words("没有的事项")),
                    Request.of("inbox, counts alone", INBOX + "/counts"));

    private static int number(int most) {
        return ThreadLocalRandom.current().nextInt(most) + 1;
    }

    private static String words(String text) {
        return Visitor.encoded(text);
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void run(Plan plan, Report report) throws Exception {
        try (var program = DemoProgram.start(MOST);
                var owner = program.owner()) {
            report.setting(Postgres.settings(owner));
            report.setting("data folder on " + Machine.storage(program.folder()));
            report.setting(
                    "program: `./jiping`, demo profile, own process on the same machine, default options;"
                            + " %d sessions of one account allowed instead of 5".formatted(MOST));
            FullInbox.fill(owner);
            report.setting(
                    "tasks: %,d waiting for the clerk, %,d ended, %,d of other offices"
                            .formatted(FullInbox.WAITING, FullInbox.ENDED, FullInbox.OF_OTHERS));
            measure(plan, report, visitors(program));
        }
    }

    private static List<Visitor> visitors(DemoProgram program)
            throws IOException, InterruptedException {
        var visitors = new ArrayList<Visitor>();
        for (var worker = 0; worker < MOST; worker++) {
            visitors.add(Visitor.signedIn(program.address(), CLERK, PASSWORD));
        }
        requireFullInbox(visitors.getFirst());
        for (var worker = 0; worker < MOST; worker++) {
            visitors.add(Visitor.anybody(program.address()));
        }
        return visitors;
    }

    /** Percentiles of an error page would be worth nothing. */
    private static void requireFullInbox(Visitor clerk) throws IOException, InterruptedException {
        var page = clerk.get(INBOX + "?page=" + LAST_PAGE);
        var rows = page.body().split("<th scope=\"row\">", -1).length - 1;
        if (page.statusCode() != 200 || rows != 20) {
            throw new IllegalStateException(
                    "%d with %d rows instead of a full page".formatted(page.statusCode(), rows));
        }
    }

    private static void measure(Plan plan, Report report, List<Visitor> visitors) {
        // not counted: the program's code is compiled while it runs
        REQUESTS.forEach(request -> measure(plan.brief(), WARMING, request, visitors));
        for (var workers : CONCURRENCY) {
            report.heading("%d at a time".formatted(workers));
            for (var request : REQUESTS) {
                report.add(measure(plan, workers, request, visitors));
            }
        }
    }

    private static Measured measure(
            Plan plan, int workers, Request request, List<Visitor> visitors) {
        var offset = request.signedIn() ? 0 : MOST;
        return plan.load(workers)
                .run(
                        request.name(),
                        worker -> visitors.get(offset + worker).load(request.path().get()));
    }
}
