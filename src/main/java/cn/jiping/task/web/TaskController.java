package cn.jiping.task.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.task.TaskId;
import cn.jiping.task.TaskView;
import cn.jiping.task.Tasks;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: its facts and history, and what one may do with it. */
@Controller
@RequestMapping({
    TaskDoors.AUTHORITY + "/{id}",
    TaskDoors.BODY + "/{id}",
    TaskDoors.MY + "/{id}",
    TaskDoors.EXPERT + "/{id}",
    TaskDoors.AUDIT + "/{id}",
    TaskDoors.ADMIN + "/{id}"
})
class TaskController {
    private final Tasks tasks;
    private final BusinessClock clock;

    TaskController(Tasks tasks, BusinessClock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping
    String task(Actor actor, @PathVariable TaskId id, Model model) {
        var task = tasks.view(actor, id);
        model.addAttribute("form", new FinishForm(task.version(), ""));
        return page(actor, task, model);
    }

    private String page(Actor actor, TaskView task, Model model) {
        fill(actor, task, model);
        return "task/task";
    }

    private void fill(Actor actor, TaskView task, Model model) {
        var base = TaskDoors.base(actor);
        model.addAttribute("base", base);
        model.addAttribute("own", TaskDoors.own(actor));
        model.addAttribute("task", task);
        model.addAttribute("line", TaskListController.Line.of(task.row(), clock.now()));
        model.addAttribute(
                "crumbs",
                List.of(
                        TaskDoors.crumb(actor),
                        Crumb.named(base + "/" + task.row().id(), task.row().title())));
    }

    @PostMapping("/claim")
    String claim(Actor actor, @PathVariable TaskId id, RedirectAttributes redirect) {
        tasks.claim(actor, id);
        return told(actor, id, "page.task.claim.done", redirect);
    }

    @PostMapping("/release")
    String release(
            Actor actor,
            @PathVariable TaskId id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        tasks.release(actor, id, version, "");
        return told(actor, id, "page.task.release.done", redirect);
    }

    @PostMapping("/take-back")
    String takeBack(
            Actor actor,
            @PathVariable TaskId id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        tasks.takeBack(actor, id, version, "");
        return told(actor, id, "page.task.take-back.done", redirect);
    }

    @PostMapping("/finish")
    String finish(
            Actor actor,
            @PathVariable TaskId id,
            @Valid @ModelAttribute("form") FinishForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page(actor, tasks.view(actor, id), model);
        }
        tasks.finish(actor, id, form.seen(), form.reason());
        return told(actor, id, "page.task.finish.done", redirect);
    }

    @GetMapping("/hand")
    String ask(Actor actor, @PathVariable TaskId id, Model model) {
        var task = tasks.view(actor, id);
        if (!task.actions().hand()) {
            return "redirect:" + TaskDoors.base(actor) + "/" + id;
        }
        model.addAttribute("form", new HandForm(task.version(), "", ""));
        return handPage(actor, task, model);
    }

    private String handPage(Actor actor, TaskView task, Model model) {
        fill(actor, task, model);
        var actions = task.actions();
        var id = task.row().id();
        model.addAttribute(
                "colleagues", actions.handOver() ? tasks.colleagues(actor, id) : List.of());
        model.addAttribute("below", actions.handDown() ? tasks.below(actor, id) : List.of());
        return "task/hand";
    }

    @PostMapping("/hand")
    String hand(
            Actor actor,
            @PathVariable TaskId id,
            @Valid @ModelAttribute("form") HandForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return handPage(actor, tasks.view(actor, id), model);
        }
        switch (form.target()) {
            case HandForm.Up() -> tasks.handUp(actor, id, form.seen(), form.reason());
            case HandForm.Down(var division) ->
                    tasks.handDown(
                            actor, id, form.seen(), new DivisionCode(division), form.reason());
            case HandForm.Over(var account) ->
                    tasks.handOver(actor, id, form.seen(), AccountId.of(account), form.reason());
        }
        redirect.addFlashAttribute("notice", Notice.ok("page.task.hand.done"));
        return "redirect:" + TaskDoors.base(actor);
    }

    private static String told(Actor actor, TaskId id, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:" + TaskDoors.base(actor) + "/" + id;
    }
}
