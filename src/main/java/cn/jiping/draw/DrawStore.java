package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

interface DrawStore {
    /**
     * @param names by number, of the pool and of those excluded
     * @return false if the client announced this before, or the subject has a running draw
     */
    boolean insert(Draw draw, Signature by, ClientKey client, Map<String, String> names);

    /**
     * @throws cn.jiping.shared.Stale if somebody changed the draw since it was loaded
     */
    void update(Draw draw, Signature by);

    Optional<Draw> find(Scope scope, DrawId id);

    /** The same, held for the caller's transaction. */
    Optional<Draw> lock(Scope scope, DrawId id);

    /** For the program itself and the public record; the caller decides what of it shows. */
    Optional<Draw> load(DrawId id);

    Optional<DrawId> loadAnnouncedBy(ClientKey client);

    /** The last draw announced for the same subject and purpose. */
    Optional<Draw> loadLatest(Heading heading);

    /** Those that a deadline may end or that only have to be drawn. */
    List<DrawId> loadDue(Instant now);

    Optional<Instant> loadNextDue(Instant after);

    Map<String, String> loadNames(DrawId id);

    Signature loadAnnouncer(DrawId id);

    /** 客户端请求号: who announced, and the key under which he did. */
    record ClientKey(String client, String key) {}
}
