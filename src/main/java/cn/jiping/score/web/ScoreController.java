package cn.jiping.score.web;

import cn.jiping.exam.Arrangements;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.score.CityScores;
import cn.jiping.score.ResultState;
import cn.jiping.score.ResultView;
import cn.jiping.score.ScoreRefused;
import cn.jiping.score.ScoredSubject;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 成绩管理: sessions, their cities, and one city's files and publication. */
@Controller
@RequestMapping(ScoreController.BASE)
class ScoreController {
    static final String BASE = "/authority/scores";
    private static final int USUAL_SIZE = 50;
    private static final ResultList NOTHING_ASKED = new ResultList(null, null, null, null, null);
    private static final Map<ResultState, String> KINDS =
            Map.of(
                    ResultState.PASSED,
                    "ok",
                    ResultState.KEPT,
                    "warn",
                    ResultState.FAILED,
                    "no",
                    ResultState.ABSENT,
                    "idle");

    private final Scores scores;
    private final Arrangements arrangements;
    private final ExamSessions sessions;
    private final MessageSource messages;

    ScoreController(
            Scores scores,
            Arrangements arrangements,
            ExamSessions sessions,
            MessageSource messages) {
        this.scores = scores;
        this.arrangements = arrangements;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, @Nullable Integer page, @Nullable Integer size, Model model) {
        var announced =
                new SessionFilter("", SessionStatus.ANNOUNCED, SessionFilter.Column.EXAM, true);
        model.addAttribute(
                "slice",
                sessions.list(
                        actor,
                        announced,
                        Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size)));
        model.addAttribute("crumbs", List.of(crumb()));
        return "score/sessions";
    }

    private static Crumb crumb() {
        return new Crumb(BASE, "nav.scores");
    }

    @GetMapping("/{id}")
    String cities(Actor actor, @PathVariable SessionId id, Model model) {
        var view = announced(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("cities", arrangements.list(actor, id));
        model.addAttribute("published", scores.published(actor, id));
        model.addAttribute("crumbs", List.of(crumb(), crumb(view)));
        return "score/cities";
    }

    private SessionView announced(Actor actor, SessionId id) {
        var view = sessions.find(actor, id);
        if (view.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", id);
        }
        return view;
    }

    private static Crumb crumb(SessionView view) {
        return Crumb.named(BASE + "/" + view.id(), view.heading().code().value());
    }

    /** 成绩文件表; the file itself is no field of it. */
    public record FileForm(@Nullable String file) {}

    @GetMapping("/{id}/{city}")
    String one(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            ResultList asked,
            Model model) {
        model.addAttribute("form", new FileForm(null));
        return page(actor, scores.find(actor, id, city), asked, model);
    }

    private String page(Actor actor, CityScores found, ResultList asked, Model model) {
        var view = announced(actor, found.session());
        var exam = arrangements.find(actor, found.session(), found.city());
        model.addAttribute("view", view);
        model.addAttribute("scores", found);
        model.addAttribute("exam", exam);
        model.addAttribute("here", here(found.session(), found.city()));
        model.addAttribute(
                "slice",
                scores.results(
                        actor, found.session(), found.city(), asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("states", ResultState.values());
        model.addAttribute("kinds", KINDS);
        model.addAttribute(
                "crumbs",
                List.of(
                        crumb(),
                        crumb(view),
                        Crumb.named(here(found.session(), found.city()), exam.city().name())));
        return "score/city";
    }

    private static String here(SessionId session, DivisionCode city) {
        return BASE + "/" + session + "/" + city;
    }

    @GetMapping("/{id}/{city}/template")
    void template(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            HttpServletResponse response)
            throws IOException {
        Excel.send(
                response,
                text("page.score.template"),
                scores.headers(),
                scores.template(actor, id, city).iterator());
    }

    @PostMapping("/{id}/{city}/files")
    String readIn(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @RequestParam("upload") @Nullable MultipartFile upload,
            @ModelAttribute("form") FileForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        try {
            if (upload == null || upload.isEmpty()) {
                throw InvalidInput.of("file", "score.no-file");
            }
            var changed =
                    scores.readIn(
                            actor,
                            id,
                            city,
                            Objects.requireNonNullElse(upload.getOriginalFilename(), "xlsx"),
                            upload.getBytes());
            redirect.addFlashAttribute(
                    "notice",
                    changed == 0
                            ? Notice.info("page.score.file.same")
                            : Notice.ok("page.score.file.done", changed));
            return "redirect:" + here(id, city);
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (ScoreRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(actor, scores.find(actor, id, city), NOTHING_ASKED, model);
    }

    @GetMapping("/{id}/{city}/release")
    String askToRelease(
            Actor actor, @PathVariable SessionId id, @PathVariable DivisionCode city, Model model) {
        page(actor, scores.find(actor, id, city), NOTHING_ASKED, model);
        return "score/release";
    }

    @PostMapping("/{id}/{city}/release")
    String release(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @RequestParam int version,
            RedirectAttributes redirect) {
        scores.release(actor, id, city, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.score.release.done"));
        return "redirect:" + here(id, city);
    }

    @GetMapping("/{id}/{city}/export")
    void export(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            ResultList asked,
            HttpServletResponse response)
            throws IOException {
        scores.find(actor, id, city);
        var headers =
                new ArrayList<>(List.of(text("page.score.name"), text("page.score.occupation")));
        for (var subject : ScoredSubject.values()) {
            headers.add(text("word.Subject." + subject));
        }
        headers.add(text("page.score.outcome"));
        Excel.send(
                response,
                text("page.score.results"),
                headers,
                to ->
                        scores.export(
                                actor,
                                id,
                                city,
                                asked.filter(),
                                result -> to.accept(cells(result))));
    }

    private List<Object> cells(ResultView result) {
        var cells =
                new ArrayList<Object>(
                        List.of(
                                result.name(),
                                result.occupation() + " " + text("level." + result.level())));
        for (var subject : ScoredSubject.values()) {
            var mark = result.marks().get(subject);
            cells.add(
                    mark != null
                            ? mark
                            : result.voided().contains(subject)
                                    ? text("page.score.voided")
                                    : result.marks().containsKey(subject)
                                            ? text("page.score.absent")
                                            : "");
        }
        cells.add(
                result.passed()
                        ? text("page.score.passed")
                        : text(
                                "page.score.open",
                                result.open().stream()
                                        .map(subject -> text("word.Subject." + subject))
                                        .collect(Collectors.joining("、"))));
        return cells;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
