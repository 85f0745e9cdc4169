package cn.jiping.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, AccountFixtures.class})
class LeavingTheDemoTests {
    private static final String DEMO_PASSWORD = "jiping-demo-2021";

    @Autowired DemoAccountsLeft left;
    @Autowired AccountFixtures.Opened opened;

    @Test
    void theProgramDoesNotServeWithAPasswordEverybodyKnows() {
        assertThatNoException().isThrownBy(left::afterSingletonsInstantiated);
        var account =
                opened.account(
                        "demo-city-clerk",
                        Role.CITY_CLERK,
                        new Place.InDivision(AccountFixtures.HANGZHOU));
        assertThatNoException().isThrownBy(left::afterSingletonsInstantiated);

        opened.password(account, DEMO_PASSWORD);

        assertThatExceptionOfType(DemoAccountsLeft.Found.class)
                .isThrownBy(left::afterSingletonsInstantiated)
                .withMessageContaining("demo-city-clerk")
                .satisfies(found -> assertThat(advice(found)).contains("JIPING_HOME"));
    }

    private static String advice(Throwable found) {
        var analysis = new DemoAccountsLeft.Analyzer().analyze(found);
        return String.valueOf(Objects.requireNonNull(analysis).getAction());
    }
}
