package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.CENTRE;
import static cn.jiping.draw.DrawFixtures.actor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Choice;
import cn.jiping.web.PickList;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The pages of draws on a database of the class, with people and forms to use them. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class, KnownLaw.class, OnDrawPages.Known.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
abstract class OnDrawPages {
    static final Actor AUDITOR = actor("审计员", Role.AUDITOR, Scope.all());
    static final Actor ELSEWHERE =
            actor("宁波经办", Role.CITY_CLERK, Scope.ofDivisions(Set.of(new DivisionCode("330200"))));
    static final String POOL =
            """
            编号\t名称\t权重\t组别\t单位\t排除原因\t依据文件\t依据条款
            KP1\t水知白\t1\t高级考评员\t甲厂\t\t\t
            KP2\t葛明远\t2\t考评员\t乙厂\t\t\t
            KP3\t窦以安\t1\t考评员\t丙厂\t\t\t
            KP4\t姜景行\t1\t高级考评员\t丁厂\t\t\t
            KP5\t林怀瑾\t\t\t\t现工作单位就是本次评价机构\tZJ2022-16\t五(五)
            """;

    /** What the module territory would offer. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Known {
        @Bean
        PickList places() {
            return known(PickList.Kind.PLACE, new Choice("330100", "杭州市"));
        }

        private static PickList known(PickList.Kind kind, Choice choice) {
            return new PickList() {
                @Override
                public Kind kind() {
                    return kind;
                }

                @Override
                public List<Choice> choices(Actor actor) {
                    return List.of(choice);
                }
            };
        }
    }

    @Autowired WebApplicationContext context;
    @Autowired Draws draws;
    @Autowired BusinessClock clock;

    DrawId announce() {
        var to = location(post(CENTRE, "/authority/draws", form()));
        return DrawId.of(to.substring(to.lastIndexOf('/') + 1));
    }

    Map<String, String> form() {
        var now =
                LocalDateTime.ofInstant(clock.now(), BusinessClock.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES);
        var form = new LinkedHashMap<String, String>();
        form.put("clientKey", Ids.next().toString());
        form.put("heading.purpose", "assessor");
        form.put("heading.title", "考评员随机抽取");
        form.put("heading.subject", Ids.next().toString());
        form.put("heading.division", "330100");
        form.put("heading.body", DrawFixtures.BODY.toString());
        form.put("heading.document", "ZJ2023-20");
        form.put("heading.clause", "二(五)");
        form.put("times.commitBy", now.plusHours(1).toString());
        form.put("times.valueFrom", now.plusHours(2).toString());
        form.put("times.revealBy", now.plus(Duration.ofDays(1)).toString());
        form.put("seats.labelA", "杭州市技能评价中心");
        form.put("seats.kindB", "BODY");
        form.put("seats.labelB", "钱江职业技能培训学校");
        form.put("seats.what", "福利彩票3D 2024093期开奖号码");
        form.put("seats.lookUp", "中国福利彩票官方网站");
        form.put("rules.drawn", "2");
        form.put("rules.alternates", "1");
        form.put("pool", POOL);
        return form;
    }

    static Map<String, String> secret(Secret secret) {
        return Map.of("secret", secret.value(), "salt", secret.salt(), "kept", "true");
    }

    void take(Actor actor, String path, Map<String, String> form) {
        assertThat(post(actor, path, form)).as(path).hasStatus3xxRedirection();
    }

    MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = PagesAs.actor(context, actor).post().uri(path);
        form.forEach(request::param);
        return request.exchange();
    }

    String get(Actor actor, String path) {
        var page = PagesAs.actor(context, actor).get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        assertThat(body(page)).doesNotContain("??", "th:");
        return body(page);
    }

    String record(DrawId id) {
        return body(
                PagesAs.actor(context, Actor.anybody("test"))
                        .get()
                        .uri("/draws/" + id + "/record.json")
                        .exchange());
    }

    static String body(MvcTestResult page) {
        return new String(
                page.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    static String location(MvcTestResult page) {
        var to = page.getResponse().getRedirectedUrl();
        assertThat(to).isNotNull();
        return String.valueOf(to);
    }
}
