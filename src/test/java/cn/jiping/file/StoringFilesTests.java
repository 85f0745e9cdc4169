package cn.jiping.file;

import static cn.jiping.file.FileFixtures.APPLICATION;
import static cn.jiping.file.FileFixtures.HANGZHOU;
import static cn.jiping.file.FileFixtures.bytes;
import static cn.jiping.file.FileFixtures.draft;
import static cn.jiping.file.FileFixtures.jpeg;
import static cn.jiping.file.FileFixtures.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.keys.KeyKind;
import cn.jiping.shared.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class StoringFilesTests extends WithStoredFiles {
    @Test
    void givesBackWhatWasStored(AssertablePublishedEvents events) throws IOException {
        var id = files.store(CLERK, draft("../证明.PDF", FilePurpose.DOCUMENT, pdf()));

        var content = files.open(CLERK, id, null);

        assertThat(content.stream().readAllBytes()).isEqualTo(pdf());
        assertThat(content.file().name()).isEqualTo("证明.pdf");
        assertThat(files.list(CLERK, APPLICATION)).extracting(FileView::id).contains(id);
        assertThat(events).contains(FileEvent.Stored.class).matching(e -> e.file().equals(id));
        assertThat(actsOn(id)).containsExactly("file.stored");
    }

    @Test
    void encryptsPersonalFilesAndRecordsEachReading() throws IOException {
        var secret = bytes("%PDF-1.4 身份证号 33010119900101123X\n%%EOF");
        var id = files.store(CLERK, draft("身份证.pdf", FilePurpose.IDENTITY_COPY, secret));

        assertThat(blobs.contents())
                .noneMatch(kept ->
                        new String(kept, StandardCharsets.UTF_8).contains("33010119900101"));
        assertThat(files.open(CLERK, id, null).stream().readAllBytes()).isEqualTo(secret);
        assertThat(actsOn(id)).containsExactlyInAnyOrder("file.stored", "file.read");
    }

    @Test
    void keepsTheHashOfWhatWasUploadedBesideTheRedrawnImage() throws IOException {
        var photo = FileFixtures.photographed(jpeg(30, 40), 1, "GPS 30.27N");

        var id = files.store(CLERK, draft("照片.jpg", FilePurpose.PHOTO, photo));

        var hashes = files.find(CLERK, id).hashes();
        assertThat(hashes.original()).isEqualTo(BlobAddress.sha256(photo));
        assertThat(hashes.content()).isNotEqualTo(hashes.original());
        assertThat(files.open(CLERK, id, null).stream().readAllBytes())
                .satisfies(c -> assertThat(BlobAddress.sha256(c)).isEqualTo(hashes.content()));
    }

    @Test
    void storesOnceForOneClientKey() throws IOException {
        var content = pdf();
        var first = draft("a.pdf", FilePurpose.DOCUMENT, content);
        var id = files.store(CLERK, first);
        var again =
                new FileDraft(
                        "a.pdf",
                        FilePurpose.DOCUMENT,
                        new ByteArrayInputStream(content),
                        first.place(),
                        first.subject(),
                        first.terms(),
                        first.clientKey());

        assertThat(files.store(CLERK, again)).isEqualTo(id);
        assertThat(actsOn(id)).containsExactly("file.stored");
    }

    @Test
    void stopsReadingAtTheLimit() {
        var read = new AtomicLong();
        var endless =
                new FileDraft(
                        "照片.jpg",
                        FilePurpose.PHOTO,
                        endless(read),
                        Place.of(HANGZHOU),
                        APPLICATION,
                        Terms.none(),
                        "endless");

        refused("too-large", () -> files.store(CLERK, endless));
        assertThat(read.get()).isLessThan(6L * 1024 * 1024);
    }

    @Test
    void takesOnlyWhatThePurposeTakes() {
        refused(
                "kind-not-taken",
                () -> files.store(CLERK, draft("a.exe", FilePurpose.DOCUMENT, pdf())));
        refused(
                "kind-not-taken",
                () -> files.store(CLERK, draft("a.pdf", FilePurpose.PHOTO, pdf())));
        refused("kind-not-taken", () -> files.store(CLERK, draft("a", FilePurpose.PHOTO, pdf())));
        refused("empty", () -> files.store(CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes(""))));
        refused(
                "not-what-it-says",
                () -> files.store(CLERK, draft("a.pdf", FilePurpose.DOCUMENT, jpeg(4, 4))));
    }

    @Test
    void sealsTheKeysAnewAfterARotationAndLeavesTheContents() throws IOException {
        var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));
        var contents = blobs.contents().size();

        vaultKeys.rotate(Actor.program("test"), Set.of(KeyKind.DATA));

        assertThat(keys.remaining()).isPositive();
        while (keys.reencrypt(2) > 0) {
            assertThat(files.open(CLERK, id, null).size()).isPositive();
        }
        assertThat(keys.remaining()).isZero();
        assertThat(files.open(CLERK, id, null).stream().readAllBytes()).isEqualTo(pdf());
        assertThat(blobs.contents()).hasSize(contents);
    }

    private static InputStream endless(AtomicLong read) {
        return new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                return length;
            }
        };
    }
}
