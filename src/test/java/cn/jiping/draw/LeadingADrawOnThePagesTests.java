package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.CENTRE;
import static cn.jiping.draw.DrawFixtures.HEAD_OF_BODY;
import static cn.jiping.draw.DrawFixtures.REFERENCE;
import static cn.jiping.draw.DrawFixtures.SECRET_A;
import static cn.jiping.draw.DrawFixtures.SECRET_B;
import static cn.jiping.draw.DrawFixtures.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadingADrawOnThePagesTests extends OnDrawPages {
    @Test
    void looksAtThePublicValueBeforeItStands() {
        var id = announce();
        take(CENTRE, "/authority/draws/" + id + "/commitments/A", secret(SECRET_A));
        take(HEAD_OF_BODY, "/body/draws/" + id + "/commitments/B", secret(SECRET_B));
        clock.moveTo(draws.find(CENTRE, id).announcement().times().publicValueFrom());
        var path = "/authority/draws/" + id + "/public-value";

        var look = post(CENTRE, path, Map.of("value", "  3 8 1", "reference", REFERENCE));

        assertThat(look).hasStatusOk();
        assertThat(body(look)).contains("3␣8␣1", "其中 2 个空格", "首尾的空格已经去掉", REFERENCE);
        assertThat(draws.find(CENTRE, id).progress().publicValue()).isNull();
        take(CENTRE, path, Map.of("value", "3 8 1", "reference", REFERENCE, "step", "fix"));
        assertThat(get(CENTRE, "/authority/draws/" + id)).contains("3 8 1");
    }

    @Test
    void takesAllStepsInTheBrowser() {
        var id = announce();
        var centre = "/authority/draws/" + id;
        var body = "/body/draws/" + id;
        assertThat(get(CENTRE, centre + "/commitments/A")).contains("密数", "盐");
        take(CENTRE, centre + "/commitments/A", secret(SECRET_A));
        take(HEAD_OF_BODY, body + "/commitments/B", secret(SECRET_B));
        clock.moveTo(draws.find(CENTRE, id).announcement().times().publicValueFrom());
        take(
                CENTRE,
                centre + "/public-value",
                Map.of("value", VALUE, "reference", REFERENCE, "step", "fix"));
        take(CENTRE, centre + "/reveals/A", secret(SECRET_A));
        take(HEAD_OF_BODY, body + "/reveals/B", secret(SECRET_B));
        take(CENTRE, centre + "/result", Map.of());

        var drawn = draws.find(CENTRE, id);
        var leaving = drawn.standing().selection().getFirst();
        assertThat(get(CENTRE, centre)).contains("已抽取", "第 1 位", drawn.name(leaving), "林知夏");
        take(CENTRE, centre + "/replacements", Map.of("leaving", leaving, "cause", "ILL"));
        assertThat(get(CENTRE, centre)).contains("已退出", "已递补");
        var everybody = get(Actor.anybody("test"), "/draws/" + id);
        assertThat(everybody).contains("在本页验算").doesNotContain("水知白", "林知夏", "id=\"d5\"");
        assertThat(DrawVerification.of(record(id)).agrees()).isTrue();
    }

    @Test
    void showsARefusalInTheFormWithTheInputKept() {
        var id = announce();

        var early =
                post(
                        CENTRE,
                        "/authority/draws/" + id + "/public-value",
                        Map.of("value", VALUE, "reference", REFERENCE));

        assertThat(early).hasStatus(422);
        assertThat(body(early)).contains("双方都作出承诺以后才能登记公开随机数", VALUE);
    }

    @Test
    void refusesACommitmentWhoseSecretNobodyKept() {
        var id = announce();

        var page =
                post(
                        CENTRE,
                        "/authority/draws/" + id + "/commitments/A",
                        Map.of("secret", SECRET_A.value(), "salt", SECRET_A.salt()));

        assertThat(page).hasStatus(422);
        assertThat(body(page)).contains("请先把密数和盐另行保存", SECRET_A.value());
    }

    @Test
    void hidesADrawFromOtherPlaces() {
        var id = announce();

        for (var path :
                List.of(
                        "",
                        "/pool",
                        "/commitments/A",
                        "/reveals/A",
                        "/public-value",
                        "/replacements")) {
            assertThat(PagesAs.actor(context, ELSEWHERE).get().uri("/authority/draws/" + id + path))
                    .as(path)
                    .hasStatus(404);
        }
        assertThat(PagesAs.actor(context, CENTRE).get().uri("/authority/draws/nonsense"))
                .hasStatus(404);
        assertThat(get(ELSEWHERE, "/authority/draws")).doesNotContain(id.toString());
    }

    @Test
    void listsSearchesAndExports() {
        var id = announce();
        var number = draws.find(CENTRE, id).number();

        assertThat(get(CENTRE, "/authority/draws?q=" + number)).contains(number, "1 次抽取");
        assertThat(get(CENTRE, "/authority/draws?q=nothing")).contains("没有符合的抽取");
        assertThat(get(AUDITOR, "/audit/draws?sort=due&status=ANNOUNCED")).contains(number);
        assertThat(get(HEAD_OF_BODY, "/body/draws?sort=-title&page=9")).contains("随机抽取");
        assertThat(get(Actor.anybody("t"), "/draws?sort=subject&size=5000")).contains(number);
        assertThat(PagesAs.actor(context, CENTRE).get().uri("/authority/draws/export"))
                .hasStatusOk();
        assertThat(PagesAs.actor(context, CENTRE).get().uri("/authority/draws/" + id + "/pool"))
                .hasStatusOk();
    }
}
