package cn.jiping.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, KeysFixture.class, PhoneBook.class})
class GuardingTheKeyFileTests {
    @Autowired KeysFixture processes;
    @Autowired Keys keys;
    @Autowired Vault vault;
    @TempDir Path folder;

    @BeforeEach
    void theDatabaseHasKeys() {
        vault.currentPrefix();
    }

    private Path keyFile() {
        return folder.resolve("keys/keyring.json");
    }

    @Test
    void itIsMadePrivateAtTheFirstStart() throws IOException {
        new FileKeyService(keyFile()).establish();

        assertThat(permissions(keyFile())).isEqualTo("rw-------");
        assertThat(permissions(keyFile().resolveSibling(".").normalize())).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aSecondProcessAtTheFirstStartGetsTheSameKeys() {
        var one = new FileKeyService(keyFile());
        var two = new FileKeyService(keyFile());

        assertThat(one.establish()).isEqualTo(two.establish());
        var wrapped = one.wrap(one.currentMasterKey(), new byte[] {1, 2, 3}, "test");
        assertThat(two.unwrap(two.currentMasterKey(), wrapped, "test")).containsExactly(1, 2, 3);
    }

    @Test
    void theFileOfAnotherInstallationIsRefused() {
        new FileKeyService(keyFile()).establish();

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> processes.processWith(keyFile()))
                .withMessageContaining("belong to installation")
                .satisfies(e -> assertThat(e.remedy()).contains("JIPING_KEYS"));
    }

    @Test
    void aMissingFileIsRefusedAndNoNewOneMade() {
        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> processes.processWith(keyFile()))
                .withMessageContaining("are missing")
                .satisfies(e -> assertThat(e.remedy()).contains("backup"));
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void theRightInstallationWithOtherKeysIsRefused() throws IOException {
        var own = Path.of("target/test-keys/keyring.json");
        new FileKeyService(keyFile()).establish();
        var forged =
                Files.readString(keyFile())
                        .replaceAll(
                                "\"installation\" : \"[^\"]*\"",
                                installation(Files.readString(own)));
        Files.writeString(keyFile(), forged);

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> processes.processWith(keyFile()))
                .withMessageContaining("lacks master key");
    }

    private static String installation(String json) {
        return json.lines()
                .filter(line -> line.contains("installation"))
                .findAny()
                .orElseThrow()
                .strip()
                .replace(",", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
    void aFileOpenToOthersIsRefused(String permissions) throws IOException {
        new FileKeyService(keyFile()).establish();
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> new FileKeyService(keyFile()).installation())
                .satisfies(e -> assertThat(e.remedy()).contains("chmod 600"));
    }

    @Test
    void aFolderInWhichOthersMayWriteIsRefused() throws IOException {
        new FileKeyService(keyFile()).establish();
        Files.setPosixFilePermissions(
                keyFile().resolveSibling(".").normalize(),
                PosixFilePermissions.fromString("rwxrwx---"));

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> new FileKeyService(keyFile()).installation())
                .satisfies(e -> assertThat(e.remedy()).contains("chmod 700"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "not json", "{\"installation\":\"x\"}"})
    void aDamagedFileIsRefusedAndNotReplaced(String content) throws IOException {
        new FileKeyService(keyFile()).establish();
        Files.writeString(keyFile(), content);

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> new FileKeyService(keyFile()).establish())
                .withMessageContaining("no key file");
        assertThat(keyFile()).hasContent(content);
    }

    @Test
    void nothingSaysAKeyAloud() throws IOException {
        var service = new FileKeyService(keyFile());
        service.establish();
        var secret = Files.readString(keyFile()).replaceAll("(?s).*\"key\" : \"([^\"]*)\".*", "$1");

        assertThat(new KeyFile(keyFile()).read().orElseThrow())
                .hasToString("master keys [" + service.currentMasterKey() + "]");
        assertThat(keys.all().toString()).doesNotContain(secret);
        assertThat(new OpenKey("00", KeyPurpose.DATA, new byte[32])).hasToString("DATA 00");
    }
}
