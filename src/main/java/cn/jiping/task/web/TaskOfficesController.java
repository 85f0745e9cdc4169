package cn.jiping.task.web;

import cn.jiping.shared.Actor;
import cn.jiping.task.Tasks;
import cn.jiping.web.Crumb;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much waits in which office, for authorities. */
@Controller
class TaskOfficesController {
    private static final String OFFICES = TaskDoors.AUTHORITY + "/offices";

    private final Tasks tasks;

    TaskOfficesController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping(OFFICES)
    String offices(Actor actor, Model model) {
        model.addAttribute("base", TaskDoors.AUTHORITY);
        model.addAttribute("rows", tasks.countsByOffice(actor));
        model.addAttribute(
                "crumbs", List.of(TaskDoors.crumb(actor), new Crumb(OFFICES, "page.task.offices")));
        return "task/offices";
    }
}
