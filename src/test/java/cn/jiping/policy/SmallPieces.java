package cn.jiping.policy;

import cn.jiping.account.TwoPersons;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays that judge so few decisions in one piece that tests can stop between them. */
final class SmallPieces {
    private final ApplicationContext context;
    private final LawSettings settings;

    SmallPieces(ApplicationContext context, int batch) {
        this(context, with(context.getBean(LawSettings.class), batch));
    }

    private SmallPieces(ApplicationContext context, LawSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** Activations that judge no more than so many decisions taken since the replay themselves. */
    static LawActivations activationsJudging(int newcomers, ApplicationContext context) {
        var usual = context.getBean(LawSettings.class);
        var replays =
                new SmallPieces(context, with(usual, usual.folder(), usual.batch(), newcomers))
                        .replays();
        return new LawActivations(
                context.getBean(LawDrafts.class),
                context.getBean(LawDraftStore.class),
                context.getBean(LawVersionStore.class),
                context.getBean(BookInForce.class),
                replays,
                context.getBean(TwoPersons.class),
                context.getBean(Tasks.class),
                context.getBean(AuditTrail.class),
                context,
                context.getBean(Clock.class));
    }

    /** Drafts that read another folder than the program's. */
    static LawDrafts draftsReading(Path folder, ApplicationContext context) {
        var usual = context.getBean(LawSettings.class);
        var settings = with(usual, folder, usual.batch(), usual.newcomers());
        return new LawDrafts(
                context.getBean(LawDraftStore.class),
                context.getBean(LawVersionStore.class),
                context.getBean(BookInForce.class),
                context.getBean(DraftBooks.class),
                settings,
                context.getBean(ReasonTexts.class),
                context.getBean(AuditTrail.class),
                context.getBean(Clock.class));
    }

    /** The same settings, looking each time which version is in force. */
    static LawSettings lookingAlways(LawSettings usual) {
        return with(usual, usual.batch());
    }

    private static LawSettings with(LawSettings usual, int batch) {
        return with(usual, usual.folder(), batch, usual.newcomers());
    }

    private static LawSettings with(LawSettings usual, Path folder, int batch, int newcomers) {
        return new LawSettings(
                folder,
                Duration.ZERO,
                usual.archiveBytes(),
                usual.fileBytes(),
                usual.unpackedBytes(),
                usual.files(),
                usual.cases(),
                batch,
                newcomers,
                Duration.ZERO);
    }

    Replays replays() {
        return with(context.getBean(ReplayStore.class));
    }

    /** The program dies after the differences of a piece are written and before it is done. */
    Replays killedInTheMiddle() {
        return with(new Dying(context.getBean(ReplayStore.class)));
    }

    private Replays with(ReplayStore store) {
        return new Replays(
                store,
                context.getBean(DecisionStore.class),
                context.getBean(LawVersionStore.class),
                context.getBean(LawDrafts.class),
                context.getBean(BookInForce.class),
                context.getBean(DraftBooks.class),
                context.getBean(Calendars.class),
                context.getBean(Policies.class),
                context.getBean(ReasonTexts.class),
                settings,
                context.getBean(AuditTrail.class),
                context.getBean(Clock.class),
                context.getBean(TransactionTemplate.class));
    }

    private record Dying(ReplayStore store) implements ReplayStore {
        @Override
        public boolean save(Replay replay) {
            throw new IllegalStateException("killed");
        }

        @Override
        public boolean add(Replay replay) {
            return store.add(replay);
        }

        @Override
        public void addCases(UUID replay, List<ReplayItem> cases) {
            store.addCases(replay, cases);
        }

        @Override
        public Optional<Replay> find(Scope scope, UUID id) {
            return store.find(scope, id);
        }

        @Override
        public List<Replay> loadOfDraft(UUID draft) {
            return store.loadOfDraft(draft);
        }

        @Override
        public Optional<Replay> loadWaiting() {
            return store.loadWaiting();
        }

        @Override
        public List<ReplayItem> loadCasesAfter(Replay replay, UUID position, int most) {
            return store.loadCasesAfter(replay, position, most);
        }

        @Override
        public void addDifferences(UUID replay, long kept, List<ReplayDifference> differences) {
            store.addDifferences(replay, kept, differences);
        }

        @Override
        public Slice<ReplayDifference> list(
                Scope scope, UUID replay, DifferenceFilter filter, Paging paging) {
            return store.list(scope, replay, filter, paging);
        }

        @Override
        public List<ReplayDifference> export(
                Scope scope, UUID replay, DifferenceFilter filter, long after, int most) {
            return store.export(scope, replay, filter, after, most);
        }
    }
}
