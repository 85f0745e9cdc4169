package cn.jiping.score.web;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionView;
import cn.jiping.score.ResultView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 我的成绩. */
@Controller
@RequestMapping(MyScoreController.BASE)
class MyScoreController {
    static final String BASE = "/my/scores";

    private final Scores scores;
    private final ExamSessions sessions;

    MyScoreController(Scores scores, ExamSessions sessions) {
        this.scores = scores;
        this.sessions = sessions;
    }

    /** A result, of which examination, and why. */
    public record Shown(ResultView result, SessionView session, Scores.Explained why) {}

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("results", own(actor).map(result -> shown(actor, result)).toList());
        model.addAttribute("crumbs", List.of(new Crumb(BASE, "nav.my-scores")));
        return "score/mine";
    }

    private Stream<ResultView> own(Actor actor) {
        var person = actor.person();
        return person == null ? Stream.empty() : scores.listOf(actor, person).stream();
    }

    private Shown shown(Actor actor, ResultView result) {
        var session = sessions.find(actor, result.session());
        return new Shown(result, session, scores.explain(session, result));
    }
}
