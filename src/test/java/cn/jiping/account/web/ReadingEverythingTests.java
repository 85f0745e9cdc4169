package cn.jiping.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The auditor reads what the authorities read. */
class ReadingEverythingTests extends OnAllPages {
    private static final List<String> IN_THE_MENU =
            List.of(
                    "/authority/sessions",
                    "/authority/sites",
                    "/authority/scores",
                    "/authority/certificates",
                    "/authority/payments",
                    "/authority/persons");

    @Test
    void isOfferedInTheMenuAndOpens() {
        opened.account("reads-all", Role.AUDITOR, new Place.Everywhere());
        var auditor = signedIn("reads-all");
        var menu = auditor.get("/audit").text();

        assertThat(IN_THE_MENU)
                .allSatisfy(list -> {
                    assertThat(menu).contains("href=\"" + list + "\"");
                    assertThat(auditor.get(list).status()).isEqualTo(200);
                });
    }
}
