package cn.jiping.policy.web;

import cn.jiping.policy.LawActivations;
import cn.jiping.policy.LawDraft;
import cn.jiping.policy.LawDrafts;
import cn.jiping.policy.LawFault;
import cn.jiping.policy.LawFaulty;
import cn.jiping.policy.Policies;
import cn.jiping.policy.Replays;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** 法规草案: making one, looking at what it changes, proposing and activating it. */
@Controller
@RequestMapping(LawPages.DRAFTS)
class LawDraftController {
    private static final String NEW = "policy/law-draft-new";

    private final LawDrafts drafts;
    private final LawActivations activations;
    private final Replays replays;
    private final Policies policies;
    private final LawWords words;

    LawDraftController(
            LawDrafts drafts,
            LawActivations activations,
            Replays replays,
            Policies policies,
            LawWords words) {
        this.drafts = drafts;
        this.activations = activations;
        this.replays = replays;
        this.policies = policies;
        this.words = words;
    }

    /** 草案表单. */
    record DraftForm(@Nullable String title, @Nullable String note, @Nullable String from) {
        boolean ofFolder() {
            return "folder".equals(from);
        }

        String titleGiven() {
            return title == null ? "" : title;
        }

        String noteGiven() {
            return note == null ? "" : note;
        }
    }

    @GetMapping("/new")
    String empty(Model model) {
        return form(new DraftForm(null, null, "zip"), List.of(), model);
    }

    private String form(DraftForm form, List<LawFault> faults, Model model) {
        model.addAttribute("form", form);
        return form(faults, model);
    }

    private String form(List<LawFault> faults, Model model) {
        model.addAttribute("faults", faults);
        model.addAttribute("folder", drafts.folder());
        model.addAttribute(
                "crumbs",
                List.of(
                        LawPages.CRUMB,
                        new Crumb("/authority/law/drafts/new", "page.policy.law.new.title")));
        return NEW;
    }

    @PostMapping
    String make(
            Actor actor,
            @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        try {
            var draft = made(actor, form, file);
            redirect.addFlashAttribute("notice", Notice.ok("page.policy.law.draft.made"));
            return "redirect:" + LawPages.DRAFTS + "/" + draft.id();
        } catch (LawFaulty faulty) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(faulty.faults(), model);
        } catch (InvalidInput invalid) {
            Forms.reject(errors, invalid);
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(List.of(), model);
    }

    private LawDraft made(Actor actor, DraftForm form, @Nullable MultipartFile file)
            throws IOException {
        if (form.ofFolder()) {
            return drafts.readFolder(actor, form.titleGiven(), form.noteGiven());
        }
        if (file == null || file.isEmpty()) {
            throw InvalidInput.of("from", "law.file");
        }
        return drafts.upload(actor, form.titleGiven(), form.noteGiven(), file.getBytes());
    }

    @GetMapping("/{id}")
    String draft(Actor actor, @PathVariable UUID id, Model model) {
        return draft(actor, id, List.of(), model);
    }

    String draft(Actor actor, UUID id, List<LawFault> faults, Model model) {
        var draft = draftIn(actor, id, model);
        model.addAttribute("changes", drafts.comparison(actor, id));
        model.addAttribute("words", words);
        model.addAttribute("book", drafts.book(actor, id));
        model.addAttribute("replays", replays.of(actor, id));
        addReplay(draft, model);
        model.addAttribute("topics", policies.topics());
        model.addAttribute("faults", faults);
        model.addAttribute("wide", true);
        return "policy/law-draft";
    }

    private LawDraft draftIn(Actor actor, UUID id, Model model) {
        var draft = drafts.draft(actor, id);
        var proposed = draft.proposed();
        model.addAttribute("draft", draft);
        model.addAttribute("current", drafts.overTheBookInForce(draft));
        model.addAttribute(
                "mine", proposed != null && actor.requireAccount().equals(proposed.account()));
        model.addAttribute(
                "crumbs",
                List.of(
                        LawPages.CRUMB,
                        Crumb.named(LawPages.DRAFTS + "/" + id, draft.heading().title())));
        return draft;
    }

    @PostMapping("/{id}/lay-again")
    String layAgain(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        drafts.layAgain(actor, id);
        return done(id, "page.policy.law.draft.laid-again", redirect);
    }

    @GetMapping("/{id}/propose")
    String askToPropose(Actor actor, @PathVariable UUID id, Model model) {
        return ask(actor, id, "propose", model);
    }

    @GetMapping("/{id}/confirm")
    String askToConfirm(Actor actor, @PathVariable UUID id, Model model) {
        return ask(actor, id, "confirm", model);
    }

    @GetMapping("/{id}/refuse")
    String askToRefuse(Actor actor, @PathVariable UUID id, Model model) {
        return ask(actor, id, "refuse", model);
    }

    @GetMapping("/{id}/withdraw")
    String askToWithdraw(Actor actor, @PathVariable UUID id, Model model) {
        return ask(actor, id, "withdraw", model);
    }

    private String ask(Actor actor, UUID id, String what, Model model) {
        var draft = draftIn(actor, id, model);
        model.addAttribute("what", what);
        addReplay(draft, model);
        return "policy/law-question";
    }

    private void addReplay(LawDraft draft, Model model) {
        var whole = replays.whole(draft).orElse(null);
        model.addAttribute("whole", whole);
        model.addAttribute("newcomers", whole == null ? null : replays.newcomers(whole));
    }

    @PostMapping("/{id}/propose")
    String propose(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        activations.propose(actor, id);
        return done(id, "page.policy.law.draft.proposed", redirect);
    }

    @PostMapping("/{id}/confirm")
    String confirm(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        var version = activations.confirm(actor, id);
        redirect.addFlashAttribute(
                "notice", Notice.ok("page.policy.law.activated", version.number()));
        return "redirect:" + LawPages.LAW;
    }

    @PostMapping("/{id}/refuse")
    String refuse(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        activations.refuse(actor, id);
        return done(id, "page.policy.law.draft.refused", redirect);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        activations.withdraw(actor, id);
        return done(id, "page.policy.law.draft.withdrawn", redirect);
    }

    private static String done(UUID id, String key, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.ok(key));
        return "redirect:" + LawPages.DRAFTS + "/" + id;
    }
}
