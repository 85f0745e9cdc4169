package cn.jiping.file;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The tests' blob store: a map, and a second one for what lies aside. */
final class BlobsInMemory implements BlobStore {
    private final Map<String, Blob> blobs = new ConcurrentSkipListMap<>();
    private final Map<String, Blob> aside = new ConcurrentSkipListMap<>();
    private final Clock clock;

    BlobsInMemory(Clock clock) {
        this.clock = clock;
    }

    private static final class Blob {
        private final byte[] content;
        private final Instant touched;

        Blob(byte[] content, Instant touched) {
            this.content = content;
            this.touched = touched;
        }

        byte[] content() {
            return content;
        }

        Instant touched() {
            return touched;
        }
    }

    /** All that is kept, for a look at what lies on the disk. */
    List<byte[]> contents() {
        return blobs.values().stream().map(Blob::content).toList();
    }

    void lose(BlobAddress address) {
        blobs.remove(address.value());
    }

    void damage(BlobAddress address) {
        blobs.computeIfPresent(
                address.value(),
                (_, blob) -> {
                    var content = blob.content().clone();
                    content[content.length / 2] ^= 1;
                    return new Blob(content, blob.touched());
                });
    }

    @Override
    public BlobAddress put(byte[] content) {
        var address = BlobAddress.of(content);
        blobs.put(address.value(), new Blob(content.clone(), clock.instant()));
        return address;
    }

    @Override
    public Optional<byte[]> read(BlobAddress address) {
        return Optional.ofNullable(blobs.get(address.value())).map(blob -> blob.content().clone());
    }

    @Override
    public boolean has(BlobAddress address) {
        return blobs.containsKey(address.value());
    }

    @Override
    public List<BlobAddress> untouchedSince(Instant instant, BlobAddress after, int atMost) {
        return blobs.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(after.value()) > 0)
                .filter(entry -> entry.getValue().touched().isBefore(instant))
                .limit(atMost)
                .map(entry -> new BlobAddress(entry.getKey()))
                .toList();
    }

    @Override
    public void layAside(BlobAddress address) {
        var blob = blobs.remove(address.value());
        if (blob != null) {
            aside.put(address.value(), blob);
        }
    }

    @Override
    public List<BlobAddress> aside() {
        return aside.keySet().stream().map(BlobAddress::new).toList();
    }

    @Override
    public void restore(BlobAddress address) {
        var blob = aside.remove(address.value());
        if (blob != null) {
            blobs.put(address.value(), blob);
        }
    }

    @Override
    public void discard(BlobAddress address) {
        aside.remove(address.value());
    }

    @Override
    public int tidy(Instant before) {
        return 0;
    }
}
