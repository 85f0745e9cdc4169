package cn.jiping.policy.web;

import cn.jiping.policy.DecisionFilter;
import cn.jiping.policy.DifferenceFilter;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawDrafts;
import cn.jiping.policy.LawFaulty;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReplayDifference;
import cn.jiping.policy.ReplaySheet;
import cn.jiping.policy.Replays;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Paging;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 重判: trying a draft on what was decided, with progress, and reading what would change. */
@Controller
class ReplayController {
    private final Replays replays;
    private final LawDrafts drafts;
    private final Policies policies;
    private final ReplaySheet sheet;
    private final LawDraftController draftPage;

    ReplayController(
            Replays replays,
            LawDrafts drafts,
            Policies policies,
            ReplaySheet sheet,
            LawDraftController draftPage) {
        this.replays = replays;
        this.drafts = drafts;
        this.policies = policies;
        this.sheet = sheet;
        this.draftPage = draftPage;
    }

    /** 重判范围表单. */
    record RangeForm(
            @Nullable String topic,
            @Nullable String jurisdiction,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

        /**
         * @throws InvalidInput if the jurisdiction is none
         */
        DecisionFilter filter() {
            return new DecisionFilter(blankToNull(topic), place(), from, until);
        }

        private @Nullable Jurisdiction place() {
            var given = blankToNull(jurisdiction);
            if (given == null) {
                return null;
            }
            try {
                return new Jurisdiction(given);
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("jurisdiction", "law.jurisdiction");
            }
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @PostMapping(LawPages.DRAFTS + "/{id}/replays")
    String ask(Actor actor, @PathVariable UUID id, RangeForm range) {
        return "redirect:" + LawPages.REPLAYS + "/" + replays.ask(actor, id, range.filter()).id();
    }

    @PostMapping(LawPages.DRAFTS + "/{id}/newcomers")
    String bringUpToDate(Actor actor, @PathVariable UUID id) {
        return "redirect:" + LawPages.REPLAYS + "/" + replays.bringUpToDate(actor, id).id();
    }

    @PostMapping(LawPages.DRAFTS + "/{id}/cases")
    String askCases(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw InvalidInput.of("file", "law.file");
        }
        var given = file.getOriginalFilename();
        try {
            var replay = replays.askCases(actor, id, named(given), file.getBytes());
            return "redirect:" + LawPages.REPLAYS + "/" + replay.id();
        } catch (LawFaulty faulty) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return draftPage.draft(actor, id, faulty.faults(), model);
        }
    }

    /** A name as people know it, without where it lay. */
    private static String named(@Nullable String given) {
        var name = given == null || given.isBlank() ? "cases.csv" : given;
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return plain.length() <= 100 ? plain : plain.substring(0, 100);
    }

    @GetMapping(LawPages.REPLAYS + "/{id}")
    String replay(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) ReplayDifference.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        var replay = replays.replay(actor, id);
        var filter = new DifferenceFilter(kind, blankToNull(topic), blankToNull(q));
        var draft = drafts.draft(actor, replay.draft());
        model.addAttribute("replay", replay);
        model.addAttribute("draft", draft);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", ReplayDifference.Kind.values());
        model.addAttribute("topics", policies.topics());
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "slice", replays.differences(actor, id, filter, Paging.within(page, size)));
        model.addAttribute("base", LawPages.REPLAYS + "/" + id);
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(
                        LawPages.CRUMB,
                        Crumb.named(LawPages.DRAFTS + "/" + draft.id(), draft.heading().title()),
                        new Crumb("/authority/law/replays/" + id, "page.policy.law.replay.title")));
        return "policy/law-replay";
    }

    @GetMapping(LawPages.REPLAYS + "/{id}/export")
    void export(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) ReplayDifference.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        var filter = new DifferenceFilter(kind, blankToNull(topic), blankToNull(q));
        var found = replays.export(actor, id, filter);
        Excel.send(response, sheet.title(), sheet.headers(), rows(found));
    }

    private Iterator<List<Object>> rows(Iterator<ReplayDifference> found) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public List<Object> next() {
                return sheet.row(found.next());
            }
        };
    }

    @PostMapping(LawPages.REPLAYS + "/{id}/stop")
    String stop(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        replays.stop(actor, id);
        redirect.addFlashAttribute("notice", Notice.ok("page.policy.law.replay.stopped"));
        return "redirect:" + LawPages.REPLAYS + "/" + id;
    }
}
