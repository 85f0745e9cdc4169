package cn.jiping.account.web;

import cn.jiping.account.AccountFixtures;
import cn.jiping.testing.TestClock;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The whole program on a port of its own, with accounts to sign in with. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, AccountFixtures.class})
abstract class OnAllPages {
    @LocalServerPort int port;
    @Autowired AccountFixtures.Opened opened;
    @Autowired AccountFixtures.PhoneInHand phone;
    @Autowired TestClock.MovableClock clock;

    WebClient browser() {
        return new WebClient(port);
    }

    WebClient signedIn(String userName) {
        var browser = browser();
        browser.signIn(userName, AccountFixtures.PASSWORD);
        return browser;
    }
}
