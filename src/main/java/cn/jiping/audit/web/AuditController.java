package cn.jiping.audit.web;

import cn.jiping.audit.ActId;
import cn.jiping.audit.ActView;
import cn.jiping.audit.AuditTrail;
import cn.jiping.audit.Seals;
import cn.jiping.audit.SubjectNames;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.PickList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The acts for the auditor: search, look at one, take them along. */
@Controller
class AuditController {
    private final AuditTrail trail;
    private final Seals seals;
    private final ActWords words;
    private final ObjectProvider<PickList> lists;
    private final ObjectProvider<SubjectNames> subjects;
    private final Clock clock;

    AuditController(
            AuditTrail trail,
            Seals seals,
            ActWords words,
            ObjectProvider<PickList> lists,
            ObjectProvider<SubjectNames> subjects,
            Clock clock) {
        this.trail = trail;
        this.seals = seals;
        this.words = words;
        this.lists = lists;
        this.subjects = subjects;
        this.clock = clock;
    }

    @GetMapping("/audit")
    String list(
            Actor actor,
            ActQuery asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            Model model) {
        var query = asked.orLastDays(LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE));
        var errors = new DataBinder(query, "query").getBindingResult();
        var filter = query.read(errors);
        var paging = Paging.within(page, size);
        var slice =
                errors.hasErrors()
                        ? new Slice<ActView>(List.of(), 0, paging)
                        : trail.page(actor.scope(), filter, paging);
        model.addAttribute("query", query);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "query", errors);
        model.addAttribute("slice", slice);
        model.addAttribute("names", names(slice.rows()));
        model.addAttribute("more", slice.total() >= trail.countedUpTo());
        model.addAttribute("words", words);
        model.addAttribute("acts", words.acts(query.code()));
        model.addAttribute("subjects", words.subjects(query.subjectType()));
        model.addAttribute("places", places(actor));
        model.addAttribute("sort", "time".equals(query.sort()) ? "time" : "-time");
        model.addAttribute("crumbs", List.of(AuditNavigation.ACTS));
        model.addAttribute("wide", true);
        return "audit/list";
    }

    /** Names of the places by code, in the order of the tree. */
    private Map<String, String> places(Actor actor) {
        var names = new LinkedHashMap<String, String>();
        lists.stream()
                .filter(list -> list.kind() == PickList.Kind.PLACE)
                .flatMap(list -> list.choices(actor).stream())
                .forEach(choice -> names.put(choice.value(), choice.text()));
        return names;
    }

    /** Names of subjects by type and id, where the module that keeps them tells. */
    private Map<String, String> names(List<ActView> acts) {
        var names = new HashMap<String, String>();
        this.subjects.forEach(known -> {
            var ids =
                    acts.stream()
                            .map(ActView::subject)
                            .filter(subject -> subject.type().equals(known.type()))
                            .map(ActView.Subject::id)
                            .distinct()
                            .toList();
            if (!ids.isEmpty()) {
                known.names(ids).forEach((id, name) -> names.put(known.type() + " " + id, name));
            }
        });
        return names;
    }

    @GetMapping("/audit/acts.xlsx")
    void export(Actor actor, ActQuery asked, HttpServletResponse response) throws IOException {
        var query = asked.orLastDays(LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE));
        var errors = new DataBinder(query, "query").getBindingResult();
        var filter = query.read(errors);
        if (errors.hasErrors()) {
            throw InvalidInput.of(errors.getFieldErrors().getFirst().getField(), "audit.filter");
        }
        Excel.send(
                response,
                words.text("page.audit.list.export"),
                words.headers(),
                rows(trail.export(actor.scope(), filter)));
    }

    private Iterator<List<?>> rows(Iterator<ActView> acts) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return acts.hasNext();
            }

            @Override
            public List<?> next() {
                return words.cells(acts.next());
            }
        };
    }

    @GetMapping("/audit/acts/{id}")
    String act(Actor actor, @PathVariable ActId id, Model model) {
        var act = trail.act(actor.scope(), id);
        model.addAttribute("act", act);
        model.addAttribute("proof", seals.proof(actor.scope(), id).orElse(null));
        model.addAttribute("words", words);
        model.addAttribute(
                "crumbs",
                List.of(
                        AuditNavigation.ACTS,
                        Crumb.named("/audit/acts/" + id, words.act(act.code()))));
        return "audit/act";
    }
}
