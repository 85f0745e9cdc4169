package cn.jiping.portal.web;

import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.TaskCounts;
import cn.jiping.task.TaskQuery;
import cn.jiping.task.Tasks;
import cn.jiping.web.Routes;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 各入口的首页: what waits for a person and what one may do here, door by door. */
@Controller
class DoorController {
    private final Tasks tasks;
    private final Routes routes;

    DoorController(Tasks tasks, Routes routes) {
        this.tasks = tasks;
        this.routes = routes;
    }

    @GetMapping({"/my", "/body", "/authority", "/expert", "/hall", "/admin"})
    String start(Actor actor, Model model) {
        var role = actor.role();
        if (role != null && routes.allows(role, HttpMethod.GET, inbox(role))) {
            model.addAttribute("inbox", inbox(role));
            model.addAttribute("waiting", waiting(role, tasks.counts(actor)));
        }
        model.addAttribute("unidentified", role == Role.CANDIDATE && actor.person() == null);
        return "portal/door";
    }

    private static String inbox(Role role) {
        return role.door().path() + "/tasks";
    }

    /** A candidate shares the own tasks with nobody. */
    private static List<Waiting> waiting(Role role, TaskCounts counts) {
        var open = new Waiting(TaskQuery.View.WAITING, counts.open(), counts.full());
        var overdue = new Waiting(TaskQuery.View.OVERDUE, counts.overdue(), counts.full());
        if (role == Role.CANDIDATE) {
            return List.of(open, overdue);
        }
        return List.of(
                open,
                new Waiting(TaskQuery.View.UNCLAIMED, counts.unclaimed(), counts.full()),
                new Waiting(TaskQuery.View.MINE, counts.mine(), counts.full()),
                overdue);
    }

    /** How many tasks stand in one view of the inbox; that many or more if not all were counted. */
    record Waiting(TaskQuery.View view, long count, boolean orMore) {}
}
