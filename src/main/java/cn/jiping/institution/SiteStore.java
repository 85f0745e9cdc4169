package cn.jiping.institution;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

interface SiteStore {
    /** False if the form was sent before, or the place has a site in use of that name. */
    boolean insert(ExamSite site, String clientKey, Signature by);

    /**
     * False if somebody was faster.
     *
     * @throws SiteRefused if the place has another site in use of that name
     */
    boolean update(ExamSite site, Signature by);

    /** Who changed it last; empty if it was registered before that was kept. */
    Optional<Signature> loadChanged(SiteId id);

    void insertRoom(SiteId site, ExamRoom room);

    void deleteRoom(SiteId site, UUID room);

    Optional<ExamSite> load(SiteId id);

    Optional<SiteId> loadByClientKey(String clientKey);

    Slice<SiteRow> list(Scope scope, SiteFilter filter, Paging paging);

    void export(Scope scope, SiteFilter filter, Consumer<SiteRow> each);
}
