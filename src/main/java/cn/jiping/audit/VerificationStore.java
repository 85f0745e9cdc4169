package cn.jiping.audit;

import cn.jiping.shared.Paging;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface VerificationStore {
    /** Begins it unless another is running; false if one is. */
    boolean insert(Verification verification);

    Optional<Verification> loadRunning();

    Optional<Verification> loadLatest();

    void save(Verification verification);

    /** Adds findings behind so many already kept. */
    void insert(UUID verification, long kept, List<AuditFinding> findings);

    List<AuditFinding> loadFindings(UUID verification, Paging paging);

    long loadFindingsKept(UUID verification);
}
