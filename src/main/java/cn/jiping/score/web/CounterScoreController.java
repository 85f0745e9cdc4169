package cn.jiping.score.web;

import cn.jiping.plan.ExamSessions;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.CounterApplications;
import cn.jiping.score.ResultView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 代查成绩: by the county at whose counter the candidate was registered. */
@Controller
@RequestMapping("/authority/counter/{id}/scores")
class CounterScoreController {
    private static final String COUNTER = "/authority/counter";

    private final CounterApplications counter;
    private final Scores scores;
    private final ExamSessions sessions;

    CounterScoreController(CounterApplications counter, Scores scores, ExamSessions sessions) {
        this.counter = counter;
        this.scores = scores;
        this.sessions = sessions;
    }

    @GetMapping
    String one(Actor actor, @PathVariable ApplicationId id, Model model) {
        var errand = counter.errand(actor, id);
        var session = sessions.find(errand.clerk(), errand.session());
        model.addAttribute(
                "results",
                of(errand, id)
                        .map(result ->
                                new MyScoreController.Shown(
                                        result, session, scores.explain(session, result)))
                        .toList());
        model.addAttribute("holder", errand.name());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/authority", "door.AUTHORITY"),
                        new Crumb(COUNTER, "nav.counter"),
                        Crumb.named(COUNTER + "/" + id, errand.name()),
                        new Crumb(COUNTER + "/" + id + "/scores", "nav.my-scores")));
        return "score/mine";
    }

    /** Of this registration; what the person did elsewhere is not the counter's business. */
    private Stream<ResultView> of(CounterApplications.Errand errand, ApplicationId id) {
        return scores.listOf(errand.clerk(), errand.person()).stream()
                .filter(result -> result.session().equals(errand.session()))
                .filter(result -> result.examinee().equals(id.value()));
    }
}
