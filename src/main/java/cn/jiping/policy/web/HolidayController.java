package cn.jiping.policy.web;

import cn.jiping.policy.Holidays;
import cn.jiping.policy.LawFault;
import cn.jiping.policy.LawFaulty;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 放假安排: the administrator loads a new year's arrangement, looks at it, and puts it into force. */
@Controller
@RequestMapping("/admin/holidays")
class HolidayController {
    private static final String PAGE = "policy/holidays";
    private static final String FILE = "holidays.csv";

    private final Holidays holidays;

    HolidayController(Holidays holidays) {
        this.holidays = holidays;
    }

    /** 放假安排表单; the text is what was looked at and is now confirmed. */
    record HolidayForm(@Nullable Integer year, @Nullable String source, @Nullable String text) {
        int yearGiven() {
            return Objects.requireNonNullElse(year, 0);
        }

        String sourceGiven() {
            return Objects.requireNonNullElse(source, "");
        }

        HolidayForm with(String content) {
            return new HolidayForm(year, source, content);
        }
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new HolidayForm(null, null, null));
        return page(List.of(), model);
    }

    private String page(List<LawFault> faults, Model model) {
        model.addAttribute("loaded", holidays.loaded());
        model.addAttribute("faults", faults);
        model.addAttribute("crumbs", List.of(new Crumb("/admin/holidays", "nav.holidays")));
        return PAGE;
    }

    @PostMapping("/preview")
    String preview(
            @ModelAttribute("form") HolidayForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            Forms.reject(errors, InvalidInput.of("text", "law.file"));
            return refused(List.of(), response, model);
        }
        try {
            var content = file.getBytes();
            model.addAttribute("days", holidays.check(form.yearGiven(), FILE, content));
            model.addAttribute("form", form.with(new String(content, StandardCharsets.UTF_8)));
            return page(List.of(), model);
        } catch (LawFaulty faulty) {
            return refused(faulty.faults(), response, model);
        } catch (InvalidInput invalid) {
            Forms.reject(errors, invalid);
            return refused(List.of(), response, model);
        }
    }

    private String refused(List<LawFault> faults, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(faults, model);
    }

    @PostMapping
    String load(
            Actor actor,
            @ModelAttribute("form") HolidayForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var content = Objects.requireNonNullElse(form.text(), "").getBytes(StandardCharsets.UTF_8);
        try {
            holidays.load(actor, form.yearGiven(), form.sourceGiven(), FILE, content);
            redirect.addFlashAttribute(
                    "notice", Notice.ok("page.policy.holidays.done", form.yearGiven()));
            return "redirect:/admin/holidays";
        } catch (LawFaulty faulty) {
            return refused(faulty.faults(), response, model);
        } catch (InvalidInput invalid) {
            Forms.reject(errors, invalid);
            return refused(List.of(), response, model);
        }
    }
}
