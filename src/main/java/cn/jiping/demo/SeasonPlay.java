package cn.jiping.demo;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoBodies;
import cn.jiping.clock.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** 演示考季: plays what was not played yet, up to the day asked for, while the pages are open. */
@InDemo
class SeasonPlay {
    private static final Logger LOG = LoggerFactory.getLogger(SeasonPlay.class);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(15);
    private static final int LAST = 1000;

    private final Script script;
    private final SeasonStore store;
    private final SeasonTable table;
    private final DemoAccounts accounts;
    private final DemoBodies bodies;
    private final Crowd crowd;
    private final BusinessClock business;
    private final Clock clock;
    private final DemoSettings settings;
    private final boolean serving;
    private volatile @Nullable Thread playing;
    private volatile boolean brokenOff;
    private volatile DemoSeason.@Nullable Told told;

    SeasonPlay(
            Script script,
            SeasonStore store,
            SeasonTable table,
            DemoAccounts accounts,
            DemoBodies bodies,
            Crowd crowd,
            BusinessClock business,
            Clock clock,
            DemoSettings settings,
            @Value("${jiping.jobs.enabled:true}") boolean serving) {
        this.script = script;
        this.store = store;
        this.table = table;
        this.accounts = accounts;
        this.bodies = bodies;
        this.crowd = crowd;
        this.business = business;
        this.clock = clock;
        this.settings = settings;
        this.serving = serving;
    }

    /** Once the other samples of the demo are made; a command that opens no pages plays nothing. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(LAST)
    void begin() {
        if (settings.season() && serving) {
            playing = Thread.ofPlatform().name("demo-season").start(this::playOrTell);
        }
    }

    /** The step that is being taken is finished; a later start goes on after it. */
    @EventListener(ContextClosedEvent.class)
    void end() throws InterruptedException {
        crowd.end();
        var thread = playing;
        if (thread != null) {
            thread.join(LONGEST_STEP);
        }
    }

    DemoSeason.Progress progress() {
        var finished = store.loadFinished();
        var played =
                script.chapters().stream()
                        .filter(chapter -> finished.contains(chapter.name()))
                        .map(chapter ->
                                new DemoSeason.Played(chapter.at().toLocalDate(), chapter.title()))
                        .toList();
        return new DemoSeason.Progress(running(), brokenOff, played, told);
    }

    private boolean running() {
        var thread = playing;
        return thread != null && thread.isAlive();
    }

    private void playOrTell() {
        try {
            play();
        } catch (CancellationException _) {
            LOG.info("The season is cut off; the next start goes on with it");
        } catch (RuntimeException e) {
            brokenOff = true;
            LOG.error("The season cannot go on; what was played stands", e);
        }
        if (settings.thenLeave()) {
            // by another thread: leaving waits for this one
            Thread.ofPlatform().name("leave").start(() -> System.exit(brokenOff ? 1 : 0));
        }
    }

    /** To the last chapter of the day asked for. */
    void play() {
        var begun = clock.instant();
        accounts.open(bodies.list());
        // cut off after the clock was moved, what fell due on the way was perhaps not done yet
        business.runDueWork();
        var finished = store.loadFinished();
        for (var chapter : script.chapters()) {
            if (within(chapter)
                    && !finished.contains(chapter.name())
                    && chapter.wanted().getAsBoolean()) {
                play(chapter);
            }
        }
        var until = settings.until();
        if (until != null) {
            moveTo(until.atTime(MORNING));
        }
        var outcome = table.tell();
        told = outcome;
        LOG.info("{}", table.text(outcome));
        LOG.info("The season is played up to {} in {} s", business.today(), seconds(begun));
    }

    private boolean within(Chapter chapter) {
        var until = settings.until();
        return until == null || !chapter.at().toLocalDate().isAfter(until);
    }

    private void play(Chapter chapter) {
        crowd.requireOn();
        moveTo(chapter.at());
        var begun = clock.instant();
        LOG.info("{} {}", chapter.at().toLocalDate(), chapter.title());
        chapter.play().run();
        store.finish(chapter.name(), clock.instant());
        LOG.info("  {} s", seconds(begun));
    }

    private double seconds(Instant begun) {
        return Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    }

    private void moveTo(LocalDateTime at) {
        var instant = at.atZone(BusinessClock.ZONE).toInstant();
        if (business.now().isBefore(instant)) {
            business.moveTo(instant);
        }
    }
}
