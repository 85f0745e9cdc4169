package cn.jiping.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every blob store must do, asked of the local folder and of the tests' own. */
class KeepingContentTests {
    private static final Instant NOW = Instant.parse("2024-04-08T01:00:00Z");
    private static final byte[] CONTENT = "内容".getBytes(StandardCharsets.UTF_8);
    private static final BlobAddress FIRST = new BlobAddress("0".repeat(64));
    @TempDir static Path folder;

    static Stream<BlobStore> stores() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return Stream.of(
                new LocalBlobStore(folder.resolve(String.valueOf(System.nanoTime())), clock),
                new BlobsInMemory(clock));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givesBackWhatWasPut(BlobStore blobs) {
        var address = blobs.put(CONTENT);

        assertThat(blobs.put(CONTENT)).isEqualTo(address);
        assertThat(blobs.read(address)).hasValue(CONTENT);
        assertThat(blobs.has(address)).isTrue();
        assertThat(blobs.read(FIRST)).isEmpty();
        assertThat(blobs.has(FIRST)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void listsWhatNobodyTouchedLately(BlobStore blobs) {
        var address = blobs.put(CONTENT);

        assertThat(blobs.untouchedSince(NOW, FIRST, 10)).isEmpty();
        assertThat(blobs.untouchedSince(NOW.plusSeconds(1), FIRST, 10)).containsExactly(address);
        assertThat(blobs.untouchedSince(NOW.plusSeconds(1), address, 10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void setsAsideRestoresAndDiscards(BlobStore blobs) {
        var address = blobs.put(CONTENT);

        blobs.layAside(address);
        assertThat(blobs.has(address)).isFalse();
        assertThat(blobs.aside()).containsExactly(address);
        blobs.restore(address);
        assertThat(blobs.read(address)).hasValue(CONTENT);
        blobs.layAside(address);
        blobs.discard(address);
        blobs.restore(address);

        assertThat(blobs.has(address)).isFalse();
        assertThat(blobs.aside()).isEmpty();
    }

    @Test
    void keepsTheFolderPrivateAndTidy() throws IOException {
        var home = folder.resolve("private");
        var blobs = new LocalBlobStore(home, Clock.fixed(NOW, ZoneOffset.UTC));
        var address = blobs.put(CONTENT);
        var file =
                home.resolve(
                        address.value().substring(0, 2)
                                + "/"
                                + address.value().substring(2, 4)
                                + "/"
                                + address);
        Files.writeString(home.resolve("incoming/broken-off"), "x");
        Files.setLastModifiedTime(
                home.resolve("incoming/broken-off"),
                java.nio.file.attribute.FileTime.from(NOW.minus(Duration.ofHours(2))));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(blobs.tidy(NOW.minus(Duration.ofHours(1)))).isOne();
        assertThat(List.of(home.resolve("incoming").toFile().list())).isEmpty();
    }

    @Test
    void takesNothingButAHashForAnAddress() {
        for (var bad : List.of("../../etc/passwd", "", "G".repeat(64), "a".repeat(63))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new BlobAddress(bad));
        }
    }
}
