package cn.jiping.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, KeysFixture.class, PhoneBook.class})
class RotatingKeysTests {
    private static final int ROWS = 300;
    private static final byte[] MESSAGE = "第一号区块".getBytes(StandardCharsets.UTF_8);

    @Autowired Keys keys;
    @Autowired Vault vault;
    @Autowired Signatures signatures;
    @Autowired PhoneBook phones;
    @Autowired KeysFixture others;
    @Autowired Reencryption reencryption;
    @Autowired AuditTrail trail;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void fill() {
        phones.clear();
        IntStream.range(0, ROWS).forEach(id -> phones.write(id, phone(id)));
    }

    private static String phone(int id) {
        return "138" + (10_000_000 + id);
    }

    private void rotate(KeyKind... kinds) {
        keys.rotate(KeysFixture.ADMINISTRATOR, EnumSet.copyOf(Set.of(kinds)));
    }

    /** As if the rotation had been long ago. */
    private void letTimePass() {
        jdbc.sql(
                        """
                        update keys.working_key set superseded_at = superseded_at - interval '1 day'
                        where state = 'SUPERSEDED'
                        """)
                .update();
    }

    private KeyView key(String id) {
        return keys.all().stream().filter(key -> key.id().equals(id)).findAny().orElseThrow();
    }

    private String current(KeyPurpose purpose) {
        return keys.all().stream()
                .filter(key -> key.purpose() == purpose && key.state() == KeyState.CURRENT)
                .map(KeyView::id)
                .findAny()
                .orElseThrow();
    }

    @Test
    void isForWhoeverIsInChargeOfTheWholePlatform() {
        var ofACity =
                new Actor(
                        AccountId.next(),
                        null,
                        "市管理员",
                        Role.ADMINISTRATOR,
                        "",
                        Scope.ofDivisions(Set.of(new DivisionCode("330100"))),
                        "127.0.0.1");
        var before = keys.all();

        assertThatExceptionOfType(KeysRefused.class)
                .isThrownBy(() -> keys.rotate(ofACity, Set.of(KeyKind.DATA)))
                .returns("keys.whole-platform", KeysRefused::code);
        assertThat(keys.all()).isEqualTo(before);
    }

    @Test
    void everythingStaysReadableAndFoundWhileOthersWrite() throws Exception {
        var old = current(KeyPurpose.DATA);
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = threads.submit(writer(writing));
            try {
                rotate(KeyKind.DATA, KeyKind.LOOKUP);
                for (var pass = 0; pass < 5; pass++) {
                    reencryption.run();
                    IntStream.range(0, ROWS)
                            .forEach(id -> assertThat(phones.find(phones.read(id))).contains(id));
                }
            } finally {
                writing.set(false);
            }
            assertThat(written.get()).isPositive();
        }
        letTimePass();
        reencryption.run();

        assertThat(keys.columns()).containsExactly(new ColumnState("test.phone", 0));
        assertThat(key(old).state()).isEqualTo(KeyState.RETIRED);
    }

    private Callable<Integer> writer(AtomicBoolean goOn) {
        return () -> {
            var written = 0;
            while (goOn.get()) {
                phones.write(written % ROWS, phone(written % ROWS));
                written++;
            }
            return written;
        };
    }

    @Test
    void anOldKeyIsNotRetiredWhileARowLiesUnderItOrSomebodyMayStillWriteUnderIt() {
        var old = current(KeyPurpose.DATA);
        rotate(KeyKind.DATA);

        reencryption.run();
        assertThat(keys.columns()).containsExactly(new ColumnState("test.phone", 0));
        assertThat(key(old).state()).isEqualTo(KeyState.SUPERSEDED);

        letTimePass();
        reencryption.run();
        assertThat(key(old).state()).isEqualTo(KeyState.RETIRED);
        assertThat(trail.history(Scope.all(), "key", old)).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void aValueIsFoundByItsOldFingerprintUntilItIsHashedAnew() {
        var before = vault.fingerprint("13800000000", "test.phone");

        rotate(KeyKind.LOOKUP);

        assertThat(vault.fingerprint("13800000000", "test.phone")).isNotEqualTo(before);
        assertThat(vault.fingerprints("13800000000", "test.phone")).contains(before);
    }

    @Test
    void whatARetiredKeyEncryptedCanStillBeRead() {
        var ciphertext = vault.encrypt("旧备份", "test.backup");

        rotate(KeyKind.DATA);
        reencryption.run();
        letTimePass();
        reencryption.run();

        assertThat(vault.decrypt(ciphertext, "test.backup")).isEqualTo("旧备份");
    }

    @Test
    void aNewMasterKeyWrapsAllKeysAndNothingElseChanges() {
        var ciphertext = vault.encrypt("不变", "test.master");
        var before = keys.currentMasterKey();

        rotate(KeyKind.MASTER);

        assertThat(keys.currentMasterKey()).isNotEqualTo(before);
        assertThat(keys.all()).allMatch(key -> key.masterKey().equals(keys.currentMasterKey()));
        assertThat(vault.decrypt(ciphertext, "test.master")).isEqualTo("不变");
        assertThat(new Vault(others.anotherProcess()).decrypt(ciphertext, "test.master"))
                .isEqualTo("不变");
    }

    @Test
    void signaturesOfOldKeysStayValidAndTheirPublicKeysArePublished() {
        var signed = signatures.sign(MESSAGE, "test");
        rotate(KeyKind.SIGNING);

        assertThat(signatures.verify(signed, MESSAGE, "test")).isTrue();
        assertThat(signatures.sign(MESSAGE, "test").keyId()).isNotEqualTo(signed.keyId());
        assertThat(signatures.publicKeys())
                .filteredOn(key -> key.id().equals(signed.keyId()))
                .singleElement()
                .satisfies(key -> assertThat(key.until()).isNotNull());
    }

    @Test
    void aSignatureHoldsForItsMessageAndContextOnly() {
        var signed = signatures.sign(MESSAGE, "test");

        assertThat(signatures.verify(signed, MESSAGE, "test2")).isFalse();
        assertThat(signatures.verify(signed, new byte[1], "test")).isFalse();
        assertThat(signatures.verify(new Signed(signed.keyId(), new byte[3]), MESSAGE, "test"))
                .isFalse();
        assertThat(signatures.verify(new Signed("0000", signed.signature()), MESSAGE, "test"))
                .isFalse();
    }

    @Test
    void anotherProcessReadsAtOnceWhatWasWrittenUnderANewKey() {
        var other = new Vault(others.anotherProcess());

        rotate(KeyKind.DATA);

        assertThat(other.decrypt(vault.encrypt("新", "test.new"), "test.new")).isEqualTo("新");
    }

    @Test
    void anotherProcessWritesUnderANewKeyOnceItAskedAgain() {
        var other = others.process(service, Duration.ZERO);

        rotate(KeyKind.DATA, KeyKind.LOOKUP);

        assertThat(new Vault(other).currentPrefix()).isEqualTo(vault.currentPrefix());
        assertThat(new Vault(other).currentFingerprintPrefix())
                .isEqualTo(vault.currentFingerprintPrefix());
    }

    @Autowired KeyService service;

    @Test
    void aRotationThatIsUndoneLeavesTheOldKeysInUse() {
        var before = vault.currentPrefix();

        transaction.executeWithoutResult(status -> {
            rotate(KeyKind.DATA);
            status.setRollbackOnly();
        });

        assertThat(vault.currentPrefix()).isEqualTo(before);
    }

    @Test
    void everyRotationIsAudited() {
        rotate(KeyKind.SIGNING);

        assertThat(trail.history(Scope.all(), "key", current(KeyPurpose.SIGNING)))
                .singleElement()
                .returns("keys.rotated", act -> act.code())
                .returns("管理员", act -> act.doer().name());
    }

    @Test
    void saysNoWhenNothingIsToBeRotated() {
        assertThatExceptionOfType(KeysRefused.class)
                .isThrownBy(() -> keys.rotate(KeysFixture.ADMINISTRATOR, Set.of()))
                .returns("keys.nothing-chosen", KeysRefused::code);
    }
}
