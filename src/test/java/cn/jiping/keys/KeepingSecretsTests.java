package cn.jiping.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import(TestDatabase.class)
class KeepingSecretsTests {
    private static final String NUMBER = "330106198801011234";
    private static final String CONTEXT = "test.number";

    @Autowired Vault vault;

    @Test
    void readsBackWhatItEncrypted() {
        var ciphertext = vault.encrypt(NUMBER + " 张三 😀", CONTEXT);

        assertThat(vault.decrypt(ciphertext, CONTEXT)).isEqualTo(NUMBER + " 张三 😀");
        assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
    }

    @Test
    void encryptsTheSameTextDifferentlyEachTime() {
        assertThat(vault.encrypt(NUMBER, CONTEXT)).isNotEqualTo(vault.encrypt(NUMBER, CONTEXT));
    }

    @Test
    void refusesAnotherContext() {
        var ciphertext = vault.encrypt(NUMBER, CONTEXT);

        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> vault.decrypt(ciphertext, "test.phone"))
                .withMessageNotContaining(NUMBER);
    }

    @Test
    void refusesACiphertextWithAnyByteChanged() {
        var ciphertext = vault.encrypt(NUMBER, CONTEXT);

        for (var i = 0; i < ciphertext.length; i++) {
            var tampered = ciphertext.clone();
            tampered[i] ^= 1;
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> vault.decrypt(tampered, CONTEXT));
        }
    }

    @Test
    void refusesWhatIsTooShortToBeACiphertext() {
        for (var length = 0; length < 40; length++) {
            var junk = new byte[length];
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> vault.decrypt(junk, CONTEXT));
        }
    }

    @Test
    void findsTheSameValueByItsFingerprintInTheSameContextOnly() {
        var stored = vault.fingerprint(NUMBER, CONTEXT);

        assertThat(vault.fingerprints(NUMBER, CONTEXT)).contains(stored);
        assertThat(vault.fingerprints("330106198801011235", CONTEXT)).doesNotContain(stored);
        assertThat(vault.fingerprints(NUMBER, "test.phone")).doesNotContain(stored);
    }

    @Test
    void showsByItsFirstBytesUnderWhichKeyATextLies() {
        assertThat(vault.encrypt(NUMBER, CONTEXT)).startsWith(vault.currentPrefix());
        assertThat(vault.fingerprint(NUMBER, CONTEXT)).startsWith(vault.currentFingerprintPrefix());
    }
}
