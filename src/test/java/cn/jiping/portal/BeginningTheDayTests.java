package cn.jiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class BeginningTheDayTests {
    @Autowired DemoAccounts accounts;
    @Autowired Tasks tasks;
    @Autowired BusinessClock clock;
    private WebClient person;

    @BeforeEach
    void signIn(@LocalServerPort int port) {
        var clerk =
                accounts.list().stream()
                        .filter(account -> account.role() == Role.CITY_CLERK)
                        .findFirst()
                        .orElseThrow();
        person = new WebClient(port);
        person.signIn(clerk.login(), String.valueOf(clerk.password()));
    }

    @Test
    void showsHowMuchWaitsAndLeadsToIt() {
        var before = overdue();
        open("late", -2);

        assertThat(overdue()).isEqualTo(before + 1);
        assertThat(person.get("/authority").text())
                .contains("等您办理的事项，最急的在前")
                .contains("等您办理", "href=\"/authority/tasks?view=WAITING\"", "未读通知")
                .contains("href=\"/authority/tasks?view=MINE\"", "view=UNCLAIMED")
                .doesNotContain("??");
    }

    @Test
    void theDemoClockGoesOnToTheNextDeadline() {
        open("next", 400);
        var before = clock.now();
        var page = person.get("/authority");
        var ahead = page.find("name=\"ahead\" value=\"([0-9]+)\"");

        var moved = person.post("/demo/clock/next", "ahead", ahead, "back", "/authority");
        var again = person.post("/demo/clock/next", "ahead", ahead, "back", "/authority");

        assertThat(page.text()).contains("下一个期限", "到期的工作当场办理");
        assertThat(moved.location()).isEqualTo("/authority");
        assertThat(clock.now()).isAfter(before.plusSeconds(1));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("时间已经调过");
    }

    private int overdue() {
        return Integer.parseInt(person.get("/authority").find("view=OVERDUE\"[^>]*>([0-9]+)</a>"));
    }

    private void open(String key, int dueInDays) {
        tasks.open(
                Actor.program("test"),
                new TaskDraft(
                        TaskKind.doneByHand("demo"),
                        List.of(Argument.of(key)),
                        new TaskSubject("demo", key, "/authority/tasks"),
                        new TaskPlace.Division(new DivisionCode("330100")),
                        Set.of(Role.CITY_CLERK),
                        Deadline.endOf(
                                clock.today().plusDays(dueInDays), new Source.Practice("示例期限")),
                        key));
    }
}
