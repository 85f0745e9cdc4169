package cn.jiping.keys.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.keys.ColumnState;
import cn.jiping.keys.KeyKind;
import cn.jiping.keys.KeyState;
import cn.jiping.keys.KeyView;
import cn.jiping.keys.Keys;
import cn.jiping.shared.Actor;
import cn.jiping.web.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys and their rotation, for the administrator. */
@Controller
class KeysController {
    private final Keys keys;
    private final Clock clock;

    KeysController(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/admin/keys")
    String show(Model model) {
        model.addAttribute("form", RotationForm.EMPTY);
        return page(model);
    }

    @PostMapping("/admin/keys/rotation")
    String rotate(
            Actor actor,
            @ModelAttribute("form") RotationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (form.chosen().isEmpty()) {
            errors.rejectValue("kinds", "invalid.keys.kinds");
            return page(model);
        }
        keys.rotate(actor, form.chosen());
        redirect.addFlashAttribute("notice", Notice.ok("page.keys.rotated"));
        return "redirect:/admin/keys";
    }

    private String page(Model model) {
        var all = keys.all();
        var columns = keys.columns();
        model.addAttribute("rows", all.stream().map(this::row).toList());
        model.addAttribute("kinds", KeyKind.values());
        model.addAttribute("master", keys.currentMasterKey());
        model.addAttribute("columns", columns);
        model.addAttribute("remaining", columns.stream().mapToLong(ColumnState::remaining).sum());
        model.addAttribute(
                "superseded", all.stream().filter(k -> k.state() == KeyState.SUPERSEDED).count());
        model.addAttribute("crumbs", List.of(KeysNavigation.KEYS));
        return "keys/list";
    }

    private Row row(KeyView key) {
        return new Row(key, days(key.madeAt()), day(key.madeAt()), day(key.supersededAt()));
    }

    private long days(Instant since) {
        return Duration.between(since, clock.instant()).toDays();
    }

    private static @Nullable String day(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(BusinessClock.ZONE).toLocalDate().toString();
    }

    /** A key as the table shows it. */
    record Row(KeyView key, long age, @Nullable String made, @Nullable String superseded) {}
}
