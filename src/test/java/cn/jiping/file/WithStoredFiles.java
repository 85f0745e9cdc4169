package cn.jiping.file;

import static cn.jiping.file.FileFixtures.CANDIDATE;
import static cn.jiping.file.FileFixtures.actor;
import static cn.jiping.file.FileFixtures.clerk;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.keys.Keys;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestClock;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** Files kept in memory, on a database of the class, with people who may and may not see them. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class, TestClock.class, WithStoredFiles.InMemory.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
abstract class WithStoredFiles {
    static final Actor CLERK = clerk("林知夏");
    static final Actor COLLEAGUE = clerk("许远山");
    static final Actor OWNER = actor("周启明", Role.CANDIDATE, Scope.ofPerson(CANDIDATE));
    static final Actor AUDITOR = actor("审计员", Role.AUDITOR, Scope.all());
    static final Duration TWO_HOURS = Duration.ofHours(2);

    @Autowired StoredFiles files;
    @Autowired FileSweep sweep;
    @Autowired FileKeys keys;
    @Autowired Keys vaultKeys;
    @Autowired BlobsInMemory blobs;
    @Autowired BusinessClock business;
    @Autowired TestClock.MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext context;

    @TestConfiguration(proxyBeanMethods = false)
    static class InMemory {
        @Bean
        @Primary
        BlobsInMemory blobsInMemory(Clock clock) {
            return new BlobsInMemory(clock);
        }
    }

    static void refused(String code, ThrowingCall call) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(call::run)
                .returns("file." + code, FileRefused::code);
    }

    @FunctionalInterface
    interface ThrowingCall {
        void run() throws IOException;
    }

    List<String> actsOn(FileId id) {
        return jdbc.sql("select code from audit.act where subject_type = 'file' and subject_id = ?")
                .param(id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
