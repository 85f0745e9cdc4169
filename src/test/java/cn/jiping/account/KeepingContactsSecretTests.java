package cn.jiping.account;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.keys.EncryptedColumn;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, AccountFixtures.class})
class KeepingContactsSecretTests {
    @Autowired AccountFixtures.Opened opened;
    @Autowired AccountDirectory directory;
    @Autowired List<EncryptedColumn> columns;
    @Autowired JdbcClient jdbc;

    @Test
    void keepsNoPhoneInClear() {
        var account = opened.account("secretive", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));
        opened.phone(account, "13933330001");

        var stored =
                jdbc.sql("select encode(phone, 'escape') from account.account where id = :id")
                        .param("id", account.value())
                        .query(String.class)
                        .single();

        assertThat(stored).doesNotContain("13933330001");
        assertThat(directory.reach(List.of(account)))
                .extracting(AccountDirectory.Reach::phone)
                .containsExactly("13933330001");
    }

    @Test
    void writesWhatLiesUnderAnOldKeyAnew() {
        var account = opened.account("rotated", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));
        opened.phone(account, "13933330002");
        jdbc.sql(
                        "update account.account set phone_fingerprint = 'old:' || phone_fingerprint where id = :id")
                .param("id", account.value())
                .update();
        var phones =
                columns.stream()
                        .filter(column -> column.name().equals("account.account.phone"))
                        .findAny()
                        .orElseThrow();

        assertThat(phones.remaining()).isEqualTo(1);
        assertThat(phones.reencrypt(100)).isEqualTo(1);
        assertThat(phones.remaining()).isZero();
        assertThat(directory.reach(List.of(account)))
                .extracting(AccountDirectory.Reach::phone)
                .containsExactly("13933330002");
    }

    @Test
    void knowsWhoHoldsARoleWhere() {
        var account = opened.account("holder", Role.CITY_REVIEWER, new Place.InDivision(HANGZHOU));

        assertThat(directory.holding(Role.CITY_REVIEWER, AccountFixtures.XIHU))
                .extracting(AccountDirectory.Card::id)
                .contains(account);
        assertThat(directory.holding(Role.CITY_REVIEWER, AccountFixtures.NINGBO))
                .extracting(AccountDirectory.Card::id)
                .doesNotContain(account);
    }
}
