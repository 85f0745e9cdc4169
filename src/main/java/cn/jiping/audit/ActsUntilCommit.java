package cn.jiping.audit;

import cn.jiping.audit.ActStore.Unwritten;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The acts of a transaction until it commits: they go to the database together, since an act has
 * often several records and each would be a way there and back.
 */
@Component
class ActsUntilCommit {
    private final ActStore acts;

    ActsUntilCommit(ActStore acts) {
        this.acts = acts;
    }

    void add(Unwritten act) {
        ofTransaction().add(act);
    }

    private Held ofTransaction() {
        for (var other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Held held) {
                return held;
            }
        }
        var held = new Held();
        TransactionSynchronizationManager.registerSynchronization(held);
        return held;
    }

    /** Stands behind all others of its transaction, who may still record something. */
    private final class Held implements TransactionSynchronization {
        private final List<Unwritten> unwritten = new ArrayList<>();
        private boolean committing;

        void add(Unwritten act) {
            unwritten.add(act);
            if (committing) {
                write();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        private void write() {
            if (!unwritten.isEmpty()) {
                acts.insert(unwritten);
                unwritten.clear();
            }
        }
    }
}
