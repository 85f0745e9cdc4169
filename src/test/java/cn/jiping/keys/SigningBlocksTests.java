package cn.jiping.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.audit.Seals;
import cn.jiping.audit.Verifications;
import cn.jiping.shared.Actor;
import cn.jiping.testing.TestDatabase;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, KeysFixture.class, PhoneBook.class})
class SigningBlocksTests {
    @Autowired AuditTrail trail;
    @Autowired Seals seals;
    @Autowired Verifications verifications;
    @Autowired Keys keys;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyBlockIsSignedAndStaysValidAfterTheKeyWasRotated() {
        record();
        seals.seal();
        var first = signedBy();
        keys.rotate(KeysFixture.ADMINISTRATOR, EnumSet.of(KeyKind.SIGNING));
        record();
        seals.seal();

        assertThat(signedBy()).isNotEqualTo(first);
        assertThat(verifications.run(Map.of(), _ -> {}, _ -> {}).sound()).isTrue();
    }

    private String signedBy() {
        return Objects.requireNonNull(seals.latest().orElseThrow().signature()).keyId();
    }

    private void record() {
        transaction.executeWithoutResult(
                _ -> trail.record(Actor.program("test"), Act.of("test.signed", "thing", "1")));
    }
}
