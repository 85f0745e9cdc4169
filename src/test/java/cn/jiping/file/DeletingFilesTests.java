package cn.jiping.file;

import static cn.jiping.file.FileFixtures.HANGZHOU;
import static cn.jiping.file.FileFixtures.draft;
import static cn.jiping.file.FileFixtures.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.shared.NotFound;
import cn.jiping.testing.Together;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeletingFilesTests extends WithStoredFiles {
    @Test
    void needsTwoPersonsToDelete() throws IOException {
        var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));
        refused("deletion-not-asked", () -> files.confirmDeletion(COLLEAGUE, id));
        files.requestDeletion(CLERK, id, "重复上传");
        files.requestDeletion(CLERK, id, "重复上传");
        refused("same-person", () -> files.confirmDeletion(CLERK, id));

        files.confirmDeletion(COLLEAGUE, id);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.open(CLERK, id, null));
        assertThat(actsOn(id))
                .containsExactlyInAnyOrder(
                        "file.stored", "file.deletion-requested", "file.deleted");
        assertThat(rows("select id from file.file where name <> '' or sealed_key is not null", id))
                .isZero();
    }

    @Test
    void keepsWhatATermOrAHoldKeeps() throws IOException {
        var today = business.today();
        var kept = new Terms(today.plusDays(1), null);
        var id =
                files.store(
                        CLERK,
                        draft("a.pdf", FilePurpose.DOCUMENT, pdf(), Place.of(HANGZHOU), kept));
        refused("must-be-kept", () -> files.requestDeletion(CLERK, id, "不要了"));

        var held = files.store(CLERK, draft("b.pdf", FilePurpose.DOCUMENT, pdf()));
        files.requestDeletion(CLERK, held, "不要了");
        files.hold(CLERK, held, "投诉处理中");
        refused("held", () -> files.confirmDeletion(COLLEAGUE, held));
        files.release(CLERK, held);
        files.withdrawDeletion(CLERK, held);
        refused("deletion-not-asked", () -> files.confirmDeletion(COLLEAGUE, held));
    }

    @Test
    void isAskedForAndTakenBackOnceUnderTwoClicks() throws IOException {
        for (var round = 0; round < 20; round++) {
            var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));

            Together.twice(() -> files.requestDeletion(CLERK, id, "重复上传"));
            Together.twice(() -> files.withdrawDeletion(CLERK, id));

            assertThat(actsOn(id))
                    .containsExactlyInAnyOrder(
                            "file.stored", "file.deletion-requested", "file.deletion-withdrawn");
        }
    }

    @Test
    void erasesWhatItsTermEndedFor() throws IOException {
        var erased = new Terms(null, business.today().plusDays(30));
        var id =
                files.store(
                        CLERK,
                        draft("a.pdf", FilePurpose.EVIDENCE, pdf(), Place.of(HANGZHOU), erased));
        var held =
                files.store(
                        CLERK,
                        draft("b.pdf", FilePurpose.EVIDENCE, pdf(), Place.of(HANGZHOU), erased));
        files.hold(CLERK, held, "投诉处理中");

        business.moveTo(business.now().plus(Duration.ofDays(31)));

        assertThat(actsOn(id)).contains("file.erased");
        assertThat(files.find(CLERK, held).id()).isEqualTo(held);
    }

    private int rows(String sql, FileId id) {
        return (int)
                jdbc.sql(sql).query((row, _) -> row.getString(1)).list().stream()
                        .filter(id.toString()::equals)
                        .count();
    }
}
