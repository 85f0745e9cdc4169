package cn.jiping.file;

import static cn.jiping.file.FileFixtures.bytes;
import static cn.jiping.file.FileFixtures.draft;
import static cn.jiping.file.FileFixtures.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.shared.DivisionCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class SweepingFilesTests extends WithStoredFiles {
    @Test
    void sweepsContentWithoutARowAndOnlyThat() throws IOException {
        var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));
        var orphan = blobs.put(bytes("the program was killed before the row"));
        sweep.sweep();
        assertThat(blobs.has(orphan)).as("young").isTrue();
        clock.advance(TWO_HOURS);

        var swept = sweep.sweep();

        assertThat(swept.orphans()).isPositive();
        assertThat(blobs.has(orphan)).isFalse();
        assertThat(files.open(CLERK, id, null).size()).isPositive();
    }

    @Test
    void bringsBackWhatASweepWasKilledOver() throws IOException {
        var id =
                files.store(
                        CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 kept\n%%EOF")));
        blobs.layAside(new BlobAddress(files.find(CLERK, id).hashes().content()));

        sweep.sweep();

        assertThat(files.open(CLERK, id, null).size()).isPositive();
    }

    @Test
    void reportsARowWithoutContent(AssertablePublishedEvents events) throws IOException {
        var id =
                files.store(
                        CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 lost\n%%EOF")));
        blobs.lose(new BlobAddress(files.find(CLERK, id).hashes().content()));

        assertThat(sweep.sweep().missing()).isOne();

        assertThat(events)
                .contains(FileEvent.ContentMissing.class)
                .matching(e -> e.file().equals(id));
        assertThatIllegalStateException().isThrownBy(() -> files.open(CLERK, id, null));
        files.store(CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 lost\n%%EOF")));
    }

    @Test
    void leavesOnlyAnOrphanWhenTheRowCannotBeWritten() {
        var tooLong = new Place(new DivisionCode("330100"), null, null);
        var broken =
                new FileDraft(
                        "a.pdf",
                        FilePurpose.DOCUMENT,
                        new ByteArrayInputStream(bytes("%PDF-1.4 orphan\n%%EOF")),
                        tooLong,
                        new FileDraft.Subject("application", "\0"),
                        Terms.none(),
                        "broken");

        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> files.store(CLERK, broken));
        var orphan = BlobAddress.of(bytes("%PDF-1.4 orphan\n%%EOF"));
        assertThat(blobs.has(orphan)).isTrue();
        clock.advance(TWO_HOURS);
        sweep.sweep();

        assertThat(blobs.has(orphan)).isFalse();
    }
}
