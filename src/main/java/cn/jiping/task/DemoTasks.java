package cn.jiping.task;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 演示待办: tasks marked as such, so that claiming and handing over can be tried in the demo. */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
class DemoTasks {
    private static final TaskKind KIND = TaskKind.doneByHand("demo");
    private static final Actor PROGRAM = Actor.program("demo");
    private static final Source PRACTICE = new Source.Practice("演示数据，不是真实期限");
    private static final List<String> MATTERS =
            List.of("核对报送的考务安排", "答复对初审结论的异议", "复核机构备案材料", "确认考点设置");
    private static final List<Integer> DUE_IN_DAYS = List.of(-1, 0, 2, 9);

    private final Tasks tasks;
    private final BusinessClock clock;

    DemoTasks(Tasks tasks, BusinessClock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Bean
    TaskKind demoKind() {
        return KIND;
    }

    /** Once: under the same keys a later start opens nothing again. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        open(Set.of(Role.PROVINCE_CLERK, Role.PROVINCE_REVIEWER), "330000");
        open(Set.of(Role.CITY_CLERK, Role.CITY_REVIEWER), "330100");
        open(Set.of(Role.COUNTY_CLERK, Role.COUNTY_REVIEWER), "330106");
        open(Set.of(Role.COUNTY_APPROVER), "330106");
    }

    private void open(Set<Role> roles, String division) {
        for (var n = 0; n < MATTERS.size(); n++) {
            open(roles, division, MATTERS.get(n), clock.today().plusDays(DUE_IN_DAYS.get(n)));
        }
    }

    private void open(Set<Role> roles, String division, String matter, LocalDate due) {
        var key = "demo/" + division + "/" + roles.stream().sorted().toList() + "/" + matter;
        tasks.open(
                PROGRAM,
                new TaskDraft(
                        KIND,
                        List.of(Argument.of(matter)),
                        new TaskSubject("demo", matter, "/authority/tasks"),
                        new TaskPlace.Division(new DivisionCode(division)),
                        roles,
                        Deadline.endOf(due, PRACTICE),
                        key));
    }
}
