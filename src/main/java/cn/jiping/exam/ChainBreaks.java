package cn.jiping.exam;

import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 交接异常: an incident for the record, and a task for the province to find out. */
@Component
class ChainBreaks {
    static final TaskKind TASK = TaskKind.doneByHand("exam-chain-break");

    private final Incidents incidents;
    private final Tasks tasks;
    private final MessageSource messages;

    ChainBreaks(Incidents incidents, Tasks tasks, MessageSource messages) {
        this.incidents = incidents;
        this.tasks = tasks;
        this.messages = messages;
    }

    void record(Actor actor, DayAccess.Here here, Packet packet, Packet.Handed handed, int wanted) {
        var what =
                messages.getMessage(
                        "page.exam.papers.broken",
                        new Object[] {
                            packet.number(),
                            text("word.PaperStep." + handed.step()),
                            handed.giver(),
                            handed.taker(),
                            wanted,
                            handed.sheets(),
                            text("word.Seal." + handed.seal())
                        },
                        Locale.CHINA);
        var incident = incidents.broken(actor, here, packet, what);
        var heading = here.session().heading();
        tasks.open(
                actor,
                new TaskDraft(
                        TASK,
                        List.of(
                                Argument.of(here.exam().city().name()),
                                Argument.of(packet.number()),
                                Argument.of(heading.title())),
                        new TaskSubject(
                                "incident",
                                incident.toString(),
                                "/authority/exams/" + here.session().id() + "/incidents"),
                        new TaskPlace.Division(heading.province()),
                        Set.of(Role.PROVINCE_CLERK),
                        null,
                        "exam/" + here.session().id() + "/chain-break/" + incident));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
