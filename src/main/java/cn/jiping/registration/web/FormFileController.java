package cn.jiping.registration.web;

import cn.jiping.file.FileRefused;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.FormStep;
import cn.jiping.registration.Material;
import cn.jiping.registration.Needed;
import cn.jiping.registration.Upload;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 照片和证明材料. */
@Controller
@RequestMapping({FormPages.EACH_MINE, FormPages.EACH_AT_COUNTER})
class FormFileController {
    private final Applications applications;
    private final FormPages pages;
    private final ApplicationPage page;

    FormFileController(Applications applications, FormPages pages, ApplicationPage page) {
        this.applications = applications;
        this.pages = pages;
        this.page = page;
    }

    /** 照片. */
    @GetMapping("/form/photo")
    String photo(Actor actor, @PathVariable ApplicationId id, Model model) {
        return photoPage(pages.open(actor, id, FormStep.PHOTO, model), model);
    }

    private static String photoPage(ApplicationView view, Model model) {
        model.addAttribute("photo", view.form().materials().get(Material.PHOTO));
        model.addAttribute("clientKey", Ids.next().toString());
        return "registration/form-photo";
    }

    /** 证明材料. */
    @GetMapping("/form/materials")
    String materials(Actor actor, @PathVariable ApplicationId id, Model model) {
        return materialsPage(actor, pages.open(actor, id, FormStep.MATERIALS, model), model);
    }

    private String materialsPage(Actor actor, ApplicationView view, Model model) {
        model.addAttribute(
                "needed",
                applications.materials(actor, view.id()).stream()
                        .filter(Needed::uploaded)
                        .filter(needed -> needed.material() != Material.PHOTO)
                        .toList());
        model.addAttribute("files", pages.files(actor, view));
        model.addAttribute("clientKey", Ids.next().toString());
        return "registration/form-materials";
    }

    @PostMapping("/materials/{material}")
    String upload(
            Actor actor,
            @PathVariable ApplicationId id,
            @PathVariable Material material,
            @RequestParam int version,
            @RequestParam String clientKey,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var wrong = taken(actor, id, material, version, clientKey, file);
        if (wrong == null) {
            redirect.addFlashAttribute("notice", Notice.ok("page.registration.uploaded"));
            return "redirect:" + back(actor, id, material);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("wrong", wrong);
        model.addAttribute("wrongOf", material);
        return material == Material.PHOTO
                ? photoPage(pages.open(actor, id, FormStep.PHOTO, model), model)
                : materialsPage(actor, pages.open(actor, id, FormStep.MATERIALS, model), model);
    }

    /** What is wrong with the file, in words; null if it was taken. */
    private @Nullable String taken(
            Actor actor,
            ApplicationId id,
            Material material,
            int version,
            String clientKey,
            @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return page.text("invalid.registration.no-file");
        }
        try (InputStream content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            applications.attach(actor, id, version, material, new Upload(name, content, clientKey));
            return null;
        } catch (FileRefused e) {
            return page.refusal(e);
        }
    }

    private static String back(Actor actor, ApplicationId id, Material material) {
        return FormPages.address(
                actor, id, material == Material.PHOTO ? FormStep.PHOTO : FormStep.MATERIALS);
    }

    @PostMapping("/materials/{material}/removal")
    String remove(
            Actor actor,
            @PathVariable ApplicationId id,
            @PathVariable Material material,
            @RequestParam int version,
            RedirectAttributes redirect) {
        applications.detach(actor, id, version, material);
        redirect.addFlashAttribute("notice", Notice.ok("page.registration.removed"));
        return "redirect:" + back(actor, id, material);
    }
}
