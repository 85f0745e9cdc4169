package cn.jiping.registration.web;

import cn.jiping.file.FileView;
import cn.jiping.file.StoredFiles;
import cn.jiping.policy.Answer;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.FormStep;
import cn.jiping.registration.Material;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Ruling;
import cn.jiping.web.Crumb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * 填报页面: what the pages of an application share, behind the candidate's own door and at a counter.
 */
@Component
class FormPages {
    static final String MINE = "/my/applications";
    static final String COUNTER = "/authority/counter";
    static final String EACH_MINE = MINE + "/{id}";
    static final String EACH_AT_COUNTER = COUNTER + "/{id}";

    private final Applications applications;
    private final ApplicationPage page;
    private final StoredFiles files;

    FormPages(Applications applications, ApplicationPage page, StoredFiles files) {
        this.applications = applications;
        this.page = page;
        this.files = files;
    }

    static boolean atCounter(Actor actor) {
        return actor.role() == Role.COUNTY_CLERK;
    }

    static String here(Actor actor, ApplicationId id) {
        return (atCounter(actor) ? COUNTER : MINE) + "/" + id;
    }

    static String address(Actor actor, ApplicationId id, FormStep step) {
        return here(actor, id) + "/form/" + step.name().toLowerCase(Locale.ROOT);
    }

    /** After a step comes the next one, and the check after the last. */
    static String next(Actor actor, ApplicationId id, FormStep step) {
        var next = FormStep.after(step);
        return "redirect:"
                + next.map(there -> address(actor, id, there)).orElse(here(actor, id) + "/check");
    }

    static List<Crumb> crumbs(Actor actor, ApplicationView view, Crumb... more) {
        var about = view.about();
        var where =
                atCounter(actor)
                        ? Stream.of(
                                new Crumb("/authority", "door.AUTHORITY"),
                                new Crumb(COUNTER, "nav.counter"),
                                Crumb.named(here(actor, view.id()), about.name()))
                        : Stream.of(
                                new Crumb("/my", "door.MY"),
                                new Crumb(MINE, "nav.my-applications"),
                                Crumb.named(here(actor, view.id()), about.subject().occupation()));
        return Stream.concat(where, Stream.of(more)).toList();
    }

    /** What every page of an application shows; {@code below} leads to pages under it. */
    void show(Actor actor, ApplicationView view, Model model, Crumb... below) {
        model.addAttribute("view", view);
        model.addAttribute("here", here(actor, view.id()));
        model.addAttribute("atCounter", atCounter(actor));
        model.addAttribute("subject", page.subject(view));
        model.addAttribute("crumbs", crumbs(actor, view, below));
    }

    /** What every page of the form shows: where one is, what is filled in, until when. */
    void show(Actor actor, ApplicationView view, FormStep step, Model model) {
        show(actor, view, model, Crumb.named(address(actor, view.id(), step), page.word(step)));
        if (atCounter(actor)) {
            model.addAttribute("subject", view.about().name() + " · " + page.subject(view));
        }
        model.addAttribute("step", step);
        model.addAttribute("steps", FormStep.values());
        model.addAttribute("number", FormStep.number(step));
        var gaps = applications.gaps(actor, view.id());
        model.addAttribute("gaps", gaps);
        model.addAttribute("gapsSaid", page.word(gaps));
        model.addAttribute("editable", view.status().writable());
    }

    /**
     * @throws NotFound if there is none, or it cannot be written now
     */
    ApplicationView open(Actor actor, ApplicationId id, FormStep step, Model model) {
        var view = applications.find(actor, id);
        if (!view.status().writable()) {
            throw new NotFound("form of application", id);
        }
        show(actor, view, step, model);
        return view;
    }

    Map<Material, FileView> files(Actor actor, ApplicationView view) {
        var found = new LinkedHashMap<Material, FileView>();
        view.form().materials().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> found.put(entry.getKey(), files.find(actor, entry.getValue())));
        return found;
    }

    static Ruling ruling(Answer answer) {
        return Boolean.TRUE.equals(answer.allowed())
                ? new Ruling.Met(answer.reasons())
                : new Ruling.NotMet(answer.reasons());
    }

    static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }
}
