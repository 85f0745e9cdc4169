package cn.jiping.file;

import static cn.jiping.file.FileFixtures.APPLICATION;
import static cn.jiping.file.FileFixtures.CANDIDATE;
import static cn.jiping.file.FileFixtures.HANGZHOU;
import static cn.jiping.file.FileFixtures.actor;
import static cn.jiping.file.FileFixtures.bytes;
import static cn.jiping.file.FileFixtures.draft;
import static cn.jiping.file.FileFixtures.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReadingStoredFilesTests extends WithStoredFiles {
    @Test
    void opensOnlyWithinScope() throws IOException {
        var place = new Place(HANGZHOU, null, CANDIDATE);
        var id =
                files.store(
                        OWNER, draft("证明.pdf", FilePurpose.EVIDENCE, pdf(), place, Terms.none()));

        assertThat(files.find(CLERK, id).id()).isEqualTo(id);
        assertThat(files.find(OWNER, id).id()).isEqualTo(id);
        var strangers =
                List.of(
                        actor(
                                "宁波",
                                Role.CITY_CLERK,
                                Scope.ofDivisions(Set.of(new DivisionCode("330200")))),
                        actor("机构", Role.BODY_HEAD, Scope.ofBody(BodyId.next())),
                        actor("别人", Role.CANDIDATE, Scope.ofPerson(PersonId.next())),
                        actor("管理员", Role.ADMINISTRATOR, Scope.nowhere()));
        for (var stranger : strangers) {
            assertThat(download(stranger, "/files/" + id)).as(stranger.name()).hasStatus(404);
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> files.requestDeletion(stranger, id, "x"));
            assertThat(files.list(stranger, APPLICATION)).isEmpty();
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            files.store(stranger, draft("a.pdf", FilePurpose.DOCUMENT, pdf())));
        }
    }

    @Test
    void asksTheAuditorForAReason() throws IOException {
        var id = files.store(CLERK, draft("证明.pdf", FilePurpose.EVIDENCE, pdf()));

        assertThat(download(AUDITOR, "/files/" + id)).hasStatus(422);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> files.open(AUDITOR, id, "\0"));
        assertThat(download(AUDITOR, "/files/" + id + "?reason=核查举报")).hasStatusOk();
        assertThat(actsOn(id)).contains("file.read");
    }

    @Test
    void handsOutAFileToKeepAndNeverAPage() throws IOException {
        var id = files.store(CLERK, draft("名单 一.csv", FilePurpose.DOCUMENT, bytes("<script>,1\n")));

        var answer = download(CLERK, "/files/" + id);

        assertThat(answer)
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "private, no-store");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("%E5%90%8D%E5%8D%95");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(download(CLERK, "/files/nonsense")).hasStatus(404);
        assertThat(download(Actor.anybody("test"), "/files/" + id)).hasStatus(404);
    }

    @Test
    void refusesToHandOutAlteredContent() throws IOException {
        var plain =
                files.store(
                        CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 x\n%%EOF")));
        blobs.damage(new BlobAddress(files.find(CLERK, plain).hashes().content()));

        assertThatIllegalStateException().isThrownBy(() -> files.open(CLERK, plain, null));
        blobs.put(bytes("%PDF-1.4 x\n%%EOF"));
    }

    private MvcTestResult download(Actor actor, String path) {
        return PagesAs.actor(context, actor).get().uri(path).exchange();
    }
}
