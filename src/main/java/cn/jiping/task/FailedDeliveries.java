package cn.jiping.task;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.notice.NoticeEvent;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Opens one task a day and channel for the administrators when messages could not be delivered. */
@Component
class FailedDeliveries {
    static final TaskKind KIND = TaskKind.doneByHand("delivery-failed");

    private static final Source PRACTICE = new Source.Practice("消息没有送达的，尽快处理，免得误了当事人的期限");

    private final Tasks tasks;
    private final BusinessClock clock;
    private final TaskSettings settings;

    FailedDeliveries(Tasks tasks, BusinessClock clock, TaskSettings settings) {
        this.tasks = tasks;
        this.clock = clock;
        this.settings = settings;
    }

    @ApplicationModuleListener
    void openTask(NoticeEvent.GaveUp event) {
        var today = clock.today();
        tasks.open(
                Actor.program("notice"),
                new TaskDraft(
                        KIND,
                        List.of(
                                Argument.named("notice.channel." + event.channel()),
                                Argument.of(today)),
                        new TaskSubject("notice-channel", event.channel().name(), path(event)),
                        new TaskPlace.Platform(),
                        Set.of(Role.ADMINISTRATOR),
                        Deadline.endOf(today.plus(settings.failedDeliveriesWithin()), PRACTICE)
                                .escalating(Escalation.NONE),
                        "delivery-failed/" + event.channel() + "/" + today));
    }

    private static String path(NoticeEvent.GaveUp event) {
        return "/admin/notices?state=FAILED&channel=" + event.channel();
    }
}
