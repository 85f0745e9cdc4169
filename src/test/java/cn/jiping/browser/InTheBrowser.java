package cn.jiping.browser;

import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The demo before the summer of 2021, with people who sign in at a screen. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.clock.start=2021-07-01T09:00:00")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class InTheBrowser {
    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    SignedIn people;

    @BeforeEach
    final void theyAreThere() {
        people = new SignedIn(context);
    }
}
