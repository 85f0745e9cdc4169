package cn.jiping.policy.web;

import cn.jiping.policy.LawDraft;
import cn.jiping.policy.LawDrafts;
import cn.jiping.policy.LawVersions;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 法规版本和草案: what is in force, what was, and what is being prepared. */
@Controller
@RequestMapping(LawPages.LAW)
class LawVersionController {
    private static final Paging LAST_VERSIONS = Paging.within(1, 10);

    private final LawVersions versions;
    private final LawDrafts drafts;

    LawVersionController(LawVersions versions, LawDrafts drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    @GetMapping
    String overview(
            Actor actor,
            @RequestParam(required = false) LawDraft.@Nullable State state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        model.addAttribute("inForce", versions.inForce().orElse(null));
        model.addAttribute("versions", versions.page(LAST_VERSIONS));
        model.addAttribute("slice", drafts.page(actor, state, Paging.within(page, size)));
        model.addAttribute("state", state);
        model.addAttribute("states", LawDraft.State.values());
        model.addAttribute(
                "proposed",
                drafts.page(actor, LawDraft.State.PROPOSED, LAST_VERSIONS).rows().stream()
                        .findFirst()
                        .orElse(null));
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(LawPages.CRUMB));
        return "policy/law-overview";
    }

    @GetMapping("/versions")
    String all(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        model.addAttribute("inForce", versions.inForce().orElse(null));
        model.addAttribute("versions", versions.page(Paging.within(page, size)));
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs",
                List.of(
                        LawPages.CRUMB,
                        new Crumb("/authority/law/versions", "page.policy.law.versions")));
        return "policy/law-versions";
    }

    @GetMapping("/versions/{number}")
    String version(@PathVariable int number, Model model) {
        var version = versions.version(number);
        model.addAttribute("version", version);
        model.addAttribute("inForce", versions.inForce().orElse(null));
        model.addAttribute("files", versions.files(version).keySet());
        model.addAttribute(
                "crumbs",
                List.of(
                        LawPages.CRUMB,
                        Crumb.named("/authority/law/versions/" + number, "第 " + number + " 版")));
        return "policy/law-version";
    }

    /** The files as an archive, to be changed and sent back. */
    @GetMapping("/versions/{number}/files")
    void files(@PathVariable int number, HttpServletResponse response) throws IOException {
        var version = versions.version(number);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                Excel.attachment("law-" + number + "-" + version.shortBook() + ".zip"));
        try (var zip = new ZipOutputStream(response.getOutputStream())) {
            for (var file : versions.files(version).entrySet()) {
                zip.putNextEntry(new ZipEntry("law/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    @GetMapping("/versions/{number}/return")
    String askReturn(@PathVariable int number, Model model) {
        version(number, model);
        return "policy/law-return";
    }

    @PostMapping("/versions/{number}/return")
    String returnTo(
            Actor actor,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        var draft = drafts.returnTo(actor, number, note);
        redirect.addFlashAttribute("notice", Notice.ok("page.policy.law.draft.made"));
        return "redirect:" + LawPages.DRAFTS + "/" + draft.id();
    }
}
