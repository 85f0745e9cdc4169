package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A draft of law comes in whole or not at all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class DraftingLawTests {
    private static final String RESIT = "33/score/resit.yaml";
    private static final String TWO_RESITS =
            """
            - from: 2021-01-01
              source: { document: ZJ2021, clause: "二(二)" }
              keptFor: P1Y
              resits: 1
            - from: 2027-01-01
              practice: 测试
              keptFor: P1Y
              resits: 2
            """;

    @Autowired LawDrafts drafts;
    @Autowired LawSettings settings;
    @TempDir Path folder;

    static Actor of(String province) {
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                "方如许",
                Role.PROVINCE_CLERK,
                "",
                Scope.ofDivisions(Set.of(new DivisionCode(province))),
                "127.0.0.1");
    }

    private LawDraft upload(Actor actor, Map<String, String> files) {
        return drafts.upload(actor, "补考次数", "", ThirdProvince.zip(files));
    }

    @Test
    void showsEveryValueThatItWouldChange() {
        var zhejiang = of("330000");
        var draft = upload(zhejiang, Map.of("law/" + RESIT, TWO_RESITS));

        var page = drafts.comparison(zhejiang, draft.id()).pages().getFirst();

        assertThat(page.path()).isEqualTo("score/resit");
        assertThat(page.entries())
                .extracting(LawComparison.EntryChange::kind)
                .containsExactly(LawComparison.Kind.CHANGED, LawComparison.Kind.ADDED);
        assertThat(page.entries().getLast().values())
                .extracting(LawComparison.ValueChange::field, LawComparison.ValueChange::becomes)
                .contains(Tuple.tuple("resits", "2"));
    }

    @Test
    void saysWhatItWouldChangeInWords() {
        var zhejiang = of("330000");
        var draft = upload(zhejiang, ThirdProvince.files());

        assertThat(drafts.comparison(zhejiang, draft.id()).pages())
                .flatExtracting(LawComparison.PageChange::entries)
                .flatExtracting(LawComparison.EntryChange::values)
                .extracting(LawComparison.ValueChange::field, LawComparison.ValueChange::becomes)
                .contains(
                        Tuple.tuple("sessions[2025-04].examOn", "2025-04-19"),
                        Tuple.tuple("rows[整改完成].period", "2个月"));
    }

    @Test
    void mayAddAProvinceThatHadNoLaw() {
        var draft = upload(of("330000"), ThirdProvince.files());

        assertThat(draft.state()).isEqualTo(LawDraft.State.OPEN);
    }

    @Test
    void neverChangesTheLawOfAnotherProvince() {
        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> upload(of("220000"), Map.of(RESIT, TWO_RESITS)))
                .returns("law.other-province", LawRefused::code);
    }

    @Test
    void isSeenByItsOwnProvinceOnly() {
        var draft = upload(of("330000"), Map.of(RESIT, TWO_RESITS));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> drafts.draft(of("220000"), draft.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "'resits: 1', 'resits: many', 4, resits, wrong",
        "'resits: 1', 'resit: 1', 4, resit, value-unknown",
        "'  keptFor: P1Y\n', '', 1, keptFor, value-missing",
        "'二(二)', '九', 2, source, no-clause"
    })
    void namesTheLineAndFieldOfWhatIsWrong(
            String from, String to, int line, String field, String code) {
        var files = Map.of(RESIT, TWO_RESITS.replaceFirst(java.util.regex.Pattern.quote(from), to));

        assertThatExceptionOfType(LawFaulty.class)
                .isThrownBy(() -> upload(of("330000"), files))
                .satisfies(faulty ->
                        assertThat(faulty.faults())
                                .anySatisfy(fault -> {
                                    assertThat(fault.file()).isEqualTo(RESIT);
                                    assertThat(fault.line()).isEqualTo(line);
                                    assertThat(fault.field()).isEqualTo(field);
                                    assertThat(fault.code()).isEqualTo(code);
                                }));
    }

    @Test
    void refusesWhatIsNoLaw() {
        var faulty =
                Map.of(
                        "zip-path", Map.of("../escape.yaml", "x"),
                        "no-place", Map.of("33/score/resits.csv", "x"),
                        "no-page", Map.of("33/score/resits.yaml", "- from: 2021-01-01"),
                        "head", Map.of("places/33.csv", "code\n330000"),
                        "yaml", Map.of(RESIT, "- from: [2021"),
                        "no-text", Map.of(RESIT, "\u0000"),
                        "zip-too-large", Map.of(RESIT, " ".repeat(settings.fileBytes() + 1)));

        faulty.forEach((code, files) ->
                assertThatThrownBy(() -> upload(of("330000"), files))
                        .describedAs(code)
                        .isInstanceOfSatisfying(
                                LawFaulty.class,
                                e ->
                                        assertThat(e.faults())
                                                .extracting(LawFault::code)
                                                .contains(code)));
        assertThatExceptionOfType(LawFaulty.class)
                .isThrownBy(() -> drafts.upload(of("330000"), "x", "", new byte[] {1, 2}))
                .satisfies(e -> assertThat(e.faults()).extracting(LawFault::code).hasSize(1));
    }

    @Test
    void refusesWhatChangesNothing() {
        var same = Map.of(RESIT, ProgramBook.inForce().file(RESIT).orElseThrow());

        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> upload(of("330000"), same))
                .returns("law.nothing-changed", LawRefused::code);
    }

    @Test
    void comesFromTheFolderToo() throws IOException {
        Files.createDirectories(folder.resolve("33/score"));
        Files.writeString(folder.resolve(RESIT), TWO_RESITS);
        Files.writeString(folder.resolve(".note"), "mine");

        assertThat(LawFiles.in(folder, settings)).isEqualTo(Map.of(RESIT, TWO_RESITS));
        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> drafts.readFolder(of("330000"), "补考", ""))
                .returns("law.folder-empty", LawRefused::code);
        assertThat(List.of(drafts.folder())).first().asString().endsWith("law");
    }
}
