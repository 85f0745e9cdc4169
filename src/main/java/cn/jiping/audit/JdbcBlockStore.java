package cn.jiping.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBlockStore implements BlockStore {
    private static final long LOCK = 0x61756469; // "audi"
    private static final int FETCH = 1000;

    private final JdbcClient jdbc;

    JdbcBlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean lockForSealing() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public Optional<Block> loadLatest() {
        return loadBefore(Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public Optional<Block> load(long number) {
        return loadFrom(number, 1).stream().filter(block -> block.number() == number).findFirst();
    }

    @Override
    public List<Block> loadFrom(long number, int atMost) {
        return jdbc.sql(
                        """
                        select number, previous, root, leaves, sealed_at, hash, key_id, signature
                        from audit.block where number >= :first order by number limit :atMost
                        """)
                .param("first", number)
                .param("atMost", atMost)
                .query((row, _) -> block(row))
                .list();
    }

    @Override
    public List<Block> loadBefore(long number, int atMost) {
        return jdbc.sql(
                        """
                        select number, previous, root, leaves, sealed_at, hash, key_id, signature
                        from audit.block where number < :before order by number desc limit :atMost
                        """)
                .param("before", number)
                .param("atMost", atMost)
                .query((row, _) -> block(row))
                .list();
    }

    private static Block block(ResultSet row) throws SQLException {
        var keyId = row.getString("key_id");
        var signature = row.getBytes("signature");
        return new Block(
                row.getLong("number"),
                digest(row, "previous"),
                digest(row, "root"),
                row.getInt("leaves"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                digest(row, "hash"),
                keyId == null || signature == null ? null : new SealSignature(keyId, signature));
    }

    // a value of another length is none of ours; its hash keeps it different
    static Digest digest(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes.length == Digest.LENGTH ? Digest.of(bytes) : Digest.over(bytes);
    }

    private record Queued(UUID act, LocalDate recordedOn) {}

    @Override
    public Waiting loadPending(@Nullable UUID after, int atMost) {
        var queued =
                jdbc.sql(
                                """
                                select act, recorded_on from audit.pending
                                where act > :after order by act limit :atMost
                                """)
                        .param("after", after == null ? new UUID(0, 0) : after)
                        .param("atMost", atMost)
                        .query((row, _) ->
                                new Queued(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, LocalDate.class)))
                        .list();
        if (queued.isEmpty()) {
            return new Waiting(null, List.of());
        }
        return new Waiting(queued.getLast().act(), acts(queued));
    }

    private List<RecordedAct> acts(List<Queued> queued) {
        return jdbc.sql(
                        """
                        select recorded_on, id, recorded_at, business_at, actor_account,
                            actor_person, actor_role, actor_place, code, subject_type, subject_id,
                            division, body, payload_digest
                        from audit.act
                        where recorded_on between :first and :last
                            and id = any (cast(:ids as uuid[]))
                        order by id
                        """)
                .param("first", first(queued.stream().map(Queued::recordedOn).toList()))
                .param("last", last(queued.stream().map(Queued::recordedOn).toList()))
                .param("ids", texts(queued.stream().map(Queued::act).toList()))
                .query((row, _) -> JdbcActStore.act(row))
                .list();
    }

    private static LocalDate first(List<LocalDate> days) {
        return days.stream().min(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate last(List<LocalDate> days) {
        return days.stream().max(LocalDate::compareTo).orElseThrow();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    @Override
    public void insert(Block block, List<RecordedAct> acts) {
        insert(block);
        jdbc.sql(
                        """
                        insert into audit.leaf (block, position, act, recorded_on, hash)
                        select :block, leaf.position, leaf.act, leaf.recorded_on, leaf.hash
                        from unnest(cast(:positions as int[]), cast(:ids as uuid[]),
                            cast(:days as date[]), cast(:hashes as bytea[]))
                            as leaf (position, act, recorded_on, hash)
                        """)
                .param("block", block.number())
                .param("positions", IntStream.range(0, acts.size()).toArray())
                .param("ids", texts(acts.stream().map(RecordedAct::id).toList()))
                .param(
                        "days",
                        acts.stream()
                                .map(act -> act.times().recordedOn().toString())
                                .toArray(String[]::new))
                .param(
                        "hashes",
                        acts.stream().map(act -> act.leaf().bytes()).toArray(byte[][]::new))
                .update();
        jdbc.sql("delete from audit.pending where act = any (cast(:ids as uuid[]))")
                .param("ids", texts(acts.stream().map(RecordedAct::id).toList()))
                .update();
    }

    private void insert(Block block) {
        var signature = block.signature();
        jdbc.sql(
                        """
                        insert into audit.block
                            (number, previous, root, leaves, sealed_at, hash, key_id, signature)
                        values (:number, :previous, :root, :leaves, :at, :hash, :key, :signature)
                        """)
                .param("number", block.number())
                .param("previous", block.previous().bytes())
                .param("root", block.root().bytes())
                .param("leaves", block.leaves())
                .param("at", block.sealedAt().atOffset(ZoneOffset.UTC))
                .param("hash", block.hash().bytes())
                .param("key", signature == null ? null : signature.keyId())
                .param("signature", signature == null ? null : signature.value())
                .update();
    }

    @Override
    public List<Leaf> loadLeaves(long firstBlock, long lastBlock) {
        var sealed =
                jdbc.sql(
                                """
                                select l.block, l.position, l.act, l.recorded_on, l.hash
                                from audit.leaf l join audit.block b on (b.number = l.block)
                                where l.block between :first and :last
                                    and l.position between 0 and b.leaves
                                order by l.block, l.position
                                """)
                        .param("first", firstBlock)
                        .param("last", lastBlock)
                        .query((row, _) -> leaf(row))
                        .list();
        var found = found(sealed);
        return sealed.stream().map(leaf -> with(leaf, found.get(key(leaf)))).toList();
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getLong("block"),
                row.getInt("position"),
                row.getObject("act", UUID.class),
                row.getObject("recorded_on", LocalDate.class),
                digest(row, "hash"),
                null);
    }

    private static Leaf with(Leaf leaf, Leaf.@Nullable Found now) {
        return new Leaf(
                leaf.block(), leaf.position(), leaf.act(), leaf.recordedOn(), leaf.hash(), now);
    }

    private static Queued key(Leaf leaf) {
        return new Queued(leaf.act(), leaf.recordedOn());
    }

    private Map<Queued, Leaf.Found> found(List<Leaf> leaves) {
        var found = new HashMap<Queued, Leaf.Found>();
        if (leaves.isEmpty()) {
            return found;
        }
        var days = leaves.stream().map(Leaf::recordedOn).toList();
        jdbc.sql(
                        """
                        select a.recorded_on, a.id, a.recorded_at, a.business_at, a.actor_account,
                            a.actor_person, a.actor_role, a.actor_place, a.code, a.subject_type,
                            a.subject_id, a.division, a.body, a.payload_digest,
                            p.salt, p.content, e.act as erased
                        from audit.act a
                        left join audit.payload p on (p.act = a.id)
                        left join audit.erasure e on (e.act = a.id)
                        where a.recorded_on between :first and :last
                            and a.id = any (cast(:ids as uuid[]))
                        """)
                .param("first", first(days))
                .param("last", last(days))
                .param("ids", texts(leaves.stream().map(Leaf::act).toList()))
                .query((row, _) -> found(row))
                .list()
                .forEach(now ->
                        found.put(new Queued(now.act().id(), now.act().times().recordedOn()), now));
        return found;
    }

    private static Leaf.Found found(ResultSet row) throws SQLException {
        var salt = row.getBytes("salt");
        var content = row.getString("content");
        return new Leaf.Found(
                JdbcActStore.act(row),
                salt == null || content == null ? null : Payload.stored(salt, content),
                row.getObject("erased") != null);
    }

    @Override
    public Optional<Leaf> loadLeafOf(RecordedAct act) {
        return jdbc.sql(
                        """
                        select block, position, act, recorded_on, hash from audit.leaf
                        where recorded_on = :day and act = :act order by block limit 1
                        """)
                .param("day", act.times().recordedOn())
                .param("act", act.id())
                .query((row, _) -> leaf(row))
                .optional();
    }

    @Override
    public List<Digest> loadLeafHashes(long block) {
        return jdbc.sql("select hash from audit.leaf where block = :block order by position")
                .param("block", block)
                .query((row, _) -> digest(row, "hash"))
                .list();
    }

    @Override
    public Optional<LocalDate> loadNextDay(@Nullable LocalDate after) {
        return jdbc
                .sql(
                        """
                        select recorded_on from audit.act where recorded_on > :after
                        order by recorded_on limit 1
                        """)
                .param("after", after == null ? LocalDate.of(1, 1, 1) : after)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public void loadExtras(LocalDate day, Consumer<UUID> each) {
        jdbc.sql(
                        """
                        select a.id from audit.act a
                        where a.recorded_on = :day
                            and not exists (
                                select 1 from audit.leaf l join audit.block b on (b.number = l.block)
                                where l.recorded_on = :day and l.act = a.id
                                    and l.position >= 0 and l.position < b.leaves
                                    and b.number >= 1)
                            and not exists (
                                select 1 from audit.pending p
                                where p.act = a.id and p.recorded_on = a.recorded_on)
                        order by a.id
                        """)
                .withFetchSize(FETCH)
                .param("day", day)
                .query((RowCallbackHandler) row -> each.accept(row.getObject(1, UUID.class)));
    }

    @Override
    public void loadLostFromQueue(Consumer<UUID> each) {
        jdbc.sql(
                        """
                        select p.act from audit.pending p
                        where not exists (
                            select 1 from audit.act a
                            where a.recorded_on = p.recorded_on and a.id = p.act)
                        order by p.act
                        """)
                .withFetchSize(FETCH)
                .query((RowCallbackHandler) row -> each.accept(row.getObject(1, UUID.class)));
    }

    // ids are UUIDv7: the first 48 bits are the time
    @Override
    public long loadWaiting(Instant before, int atMost) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select 1 from audit.pending where act < :before limit :atMost) waiting
                        """)
                .param("before", new UUID(before.toEpochMilli() << 16, 0))
                .param("atMost", atMost)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
