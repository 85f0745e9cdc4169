package cn.jiping.exam.web;

import cn.jiping.exam.ExamDays;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 监考: the examinations an invigilator is there for. */
@Controller
@RequestMapping(HallController.BASE)
class HallController {
    static final String BASE = "/hall/exams";

    private final ExamDays days;

    HallController(ExamDays days) {
        this.days = days;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("days", days.listOf(actor));
        model.addAttribute("crumbs", List.of(new Crumb(BASE, "nav.exams")));
        return "exam/hall";
    }
}
