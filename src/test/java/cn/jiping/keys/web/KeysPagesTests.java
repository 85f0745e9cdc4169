package cn.jiping.keys.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.keys.KeyPurpose;
import cn.jiping.keys.Keys;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "keys",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
class KeysPagesTests {
    private static final Actor ADMINISTRATOR =
            new Actor(
                    AccountId.next(),
                    null,
                    "管理员",
                    Role.ADMINISTRATOR,
                    "",
                    Scope.all(),
                    "127.0.0.1");

    @Autowired WebApplicationContext context;
    @Autowired Keys keys;
    MockMvcTester pages;

    @BeforeEach
    void pages() {
        pages = PagesAs.actor(context, ADMINISTRATOR);
    }

    private long signingKeys() {
        return keys.all().stream().filter(key -> key.purpose() == KeyPurpose.SIGNING).count();
    }

    @Test
    void showEveryKeyByIdOnly() {
        assertThat(pages.get().uri("/admin/keys"))
                .hasStatusOk()
                .bodyText()
                .contains("数据密钥", "查找密钥", "签名密钥", "在用", keys.currentMasterKey())
                .doesNotContain("??");
    }

    @Test
    void leadNowhereByALoneCrumb() {
        assertThat(pages.get().uri("/admin/keys")).bodyText().doesNotContain("jp-crumbs");
    }

    @Test
    void rotateWhatWasChosen() {
        var before = signingKeys();

        assertThat(pages.post().uri("/admin/keys/rotation").param("kinds", "SIGNING", "DATA"))
                .hasStatus3xxRedirection();

        assertThat(signingKeys()).isEqualTo(before + 1);
        assertThat(pages.get().uri("/admin/keys")).bodyText().contains("待停用");
    }

    @Test
    void askAgainWhenNothingWasChosen() {
        var before = keys.all().size();

        assertThat(pages.post().uri("/admin/keys/rotation"))
                .hasStatusOk()
                .bodyText()
                .contains("有 1 处需要修改", "请至少选择一种密钥")
                .doesNotContain("??");
        assertThat(keys.all()).hasSize(before);
    }

    @Test
    void publishThePublicKeysToAnybody() {
        assertThat(PagesAs.actor(context, Actor.anybody("192.0.2.1")).get().uri("/keys/public"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].algorithm")
                .isEqualTo("Ed25519");
    }
}
