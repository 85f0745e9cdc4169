package cn.jiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class ShowingTheStyleguideTests {
    @Autowired WebApplicationContext context;
    MockMvcTester pages;

    @BeforeEach
    void pages() {
        pages =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.addFilters(context.getBean("shellFilter", Filter.class))
                                        .build());
    }

    @Test
    void rendersEveryPartWithoutAMissingText() {
        var page = pages.get().uri("/styleguide");

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??", "th:")
                .contains("还剩 20 个工作日");
    }
}
