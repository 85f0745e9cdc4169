package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KeepingTheRulesPageTests {
    private static final Path KEPT = Path.of("docs/rules.md");
    private static final Path MADE = Path.of("target/rules.md");

    @Test
    void showsTheLawBookAsItIs() throws IOException {
        var page =
                new RulesPage(Expectations.book(), Expectations.everyTopic(), Expectations.all());
        Files.createDirectories(MADE.toAbsolutePath().getParent());
        Files.writeString(MADE, page.text());

        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("%s is stale: run docs/law/regenerate", KEPT)
                .isEqualTo(page.text());
    }
}
