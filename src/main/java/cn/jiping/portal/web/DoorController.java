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
            model.addAttribute("waiting", waiting(tasks.counts(actor)));
        }
        return "portal/door";
    }

    private static String inbox(Role role) {
        return role.door().path() + "/tasks";
    }

    private static List<Waiting> waiting(TaskCounts counts) {
        return List.of(
                new Waiting(TaskQuery.View.WAITING, counts.open(), counts.full()),
                new Waiting(TaskQuery.View.UNCLAIMED, counts.unclaimed(), counts.full()),
                new Waiting(TaskQuery.View.MINE, counts.mine(), counts.full()),
                new Waiting(TaskQuery.View.OVERDUE, counts.overdue(), counts.full()));
    }

    /** How many tasks stand in one view of the inbox; that many or more if not all were counted. */
    record Waiting(TaskQuery.View view, long count, boolean orMore) {}
}
