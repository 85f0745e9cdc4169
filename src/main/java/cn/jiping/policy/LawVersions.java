package cn.jiping.policy;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.policy.LawVersionStore.Pointer;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 法规版本: every book that was ever in force, kept whole. */
@Service
public class LawVersions {
    private static final Logger LOG = LoggerFactory.getLogger(LawVersions.class);
    private static final Actor PROGRAM = Actor.program("law");

    private final LawVersionStore store;
    private final ProgramLaw program;
    private final BookInForce inForce;
    private final LawDrafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    LawVersions(
            LawVersionStore store,
            ProgramLaw program,
            BookInForce inForce,
            LawDrafts drafts,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.program = program;
        this.inForce = inForce;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the program brought along is taken up once; see ADR 15 for what becomes of it. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    void takeUpWhatCameWithTheProgram() {
        var own = program.book();
        if (!store.addProgramLaw(own.hash(), clock.instant())) {
            return;
        }
        var seen = store.loadInForce().orElse(null);
        store.keep(own.hash(), own.files());
        if (seen == null || !seen.byPeople()) {
            takeUp(own, seen);
        } else {
            drafts.keepOfProgram(own, store.loadProgramLawBefore(own.hash()).orElseThrow());
        }
    }

    private void takeUp(LawBook own, @Nullable Pointer seen) {
        var version =
                new LawVersion(
                        seen == null ? 1 : seen.number() + 1,
                        own.hash(),
                        false,
                        null,
                        "",
                        "",
                        "",
                        clock.instant());
        if (!store.putInForce(seen, version, null)) {
            throw new IllegalStateException("Another program put a version of law into force");
        }
        audit.record(
                PROGRAM,
                Act.of("policy.program-law-taken-up", "law-version", version.number())
                        .changing("book", seen == null ? null : seen.book(), own.hash()));
        inForce.lookAgain();
        LOG.info("Law book {} is version {}", version.shortBook(), version.number());
    }

    /** The version in force; nothing before the program's first start is done. */
    @Transactional(readOnly = true)
    public Optional<LawVersion> inForce() {
        return store.loadInForce().flatMap(pointer -> store.loadVersion(pointer.number()));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<LawVersion> page(Paging paging) {
        return new Slice<>(store.loadVersions(paging), store.loadNumberOfVersions(), paging);
    }

    /**
     * @throws NotFound if there never was such a version
     */
    @Transactional(readOnly = true)
    public LawVersion version(int number) {
        return store.loadVersion(number).orElseThrow(() -> new NotFound("law-version", number));
    }

    /** The files of a version by path, as they were. */
    @Transactional(readOnly = true)
    public SortedMap<String, String> files(LawVersion version) {
        return store.loadFiles(version.book());
    }
}
