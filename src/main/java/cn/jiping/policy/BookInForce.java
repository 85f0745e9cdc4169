package cn.jiping.policy;

import cn.jiping.policy.LawVersionStore.Pointer;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 现行法规: the book every process on the database answers by. One row says which it is; it is looked
 * at again after a moment, and only a change makes a book be read. One thread looks; meanwhile the
 * others answer by the book seen last, since a queue of them would form every time.
 */
@Component
class BookInForce {
    private final ProgramLaw program;
    private final LawVersionStore versions;
    private final Calendars calendars;
    private final long lookEveryNanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen seen;

    BookInForce(
            ProgramLaw program,
            LawVersionStore versions,
            Calendars calendars,
            LawSettings settings) {
        this.program = program;
        this.versions = versions;
        this.calendars = calendars;
        this.lookEveryNanos = settings.lookEvery().toNanos();
    }

    private record Seen(@Nullable Pointer pointer, LawBook book, long at) {}

    /** Before the first start has taken up a version, the program's own book. */
    LawBook book() {
        var last = seen;
        if (last == null) {
            return lookInTurn().book();
        }
        if (fresh(last) || !looking.tryLock()) {
            return last.book();
        }
        try {
            return look().book();
        } finally {
            looking.unlock();
        }
    }

    private boolean fresh(Seen last) {
        return System.nanoTime() - last.at() < lookEveryNanos;
    }

    /** The book in force, which stays so until the transaction ends. */
    LawBook held() {
        versions.lockAgainstActivation();
        var last = seen;
        return last != null && same(last.pointer(), pointer()) ? last.book() : lookInTurn().book();
    }

    private @Nullable Pointer pointer() {
        return versions.loadInForce().orElse(null);
    }

    private Seen lookInTurn() {
        looking.lock();
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    /** Looks as soon as what was just changed is committed. */
    void lookAgain() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            seen = null;
                        }
                    });
        }
        seen = null;
    }

    private Seen look() {
        var last = seen;
        var pointer = pointer();
        var now =
                last != null && same(last.pointer(), pointer)
                        ? new Seen(pointer, last.book(), System.nanoTime())
                        : new Seen(pointer, read(pointer), System.nanoTime());
        seen = now;
        return now;
    }

    private static boolean same(@Nullable Pointer one, @Nullable Pointer other) {
        return one != null && one.equals(other);
    }

    private LawBook read(@Nullable Pointer pointer) {
        var book = pointer == null ? program.book() : kept(pointer.book());
        return book.with(calendars.workingDays());
    }

    /**
     * A book that was kept, as this program reads it.
     *
     * @throws LawFaulty if this program cannot read it
     */
    LawBook kept(String hash) {
        return hash.equals(program.book().hash())
                ? program.book()
                : program.readKept(versions.loadFiles(hash));
    }
}
