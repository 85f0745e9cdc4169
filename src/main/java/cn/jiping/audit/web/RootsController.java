package cn.jiping.audit.web;

import cn.jiping.audit.PublishedRoots;
import cn.jiping.audit.Seals;
import cn.jiping.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The roots, for whoever wants to hold them. */
@Controller
class RootsController {
    private static final int SHOWN = 20;
    private static final int IN_A_FILE = 1000;
    private static final String NEWEST = "9223372036854775807";

    private final Seals seals;
    private final ActWords words;

    RootsController(Seals seals, ActWords words) {
        this.seals = seals;
        this.words = words;
    }

    @GetMapping("/audit/roots")
    String show(@RequestParam(defaultValue = NEWEST) long before, Model model) {
        var blocks = seals.before(positive(before), SHOWN);
        model.addAttribute("latest", seals.latest().orElse(null));
        model.addAttribute("blocks", blocks);
        model.addAttribute(
                "earlier",
                blocks.isEmpty() || blocks.getLast().number() <= 1
                        ? null
                        : blocks.getLast().number());
        model.addAttribute("words", words);
        model.addAttribute("crumbs", List.of(AuditNavigation.ROOTS));
        return "audit/roots";
    }

    @GetMapping("/audit/roots.txt")
    ResponseEntity<String> download(@RequestParam(defaultValue = NEWEST) long before) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("jiping-audit-roots.txt")
                                .build()
                                .toString())
                .body(PublishedRoots.write(seals.before(positive(before), IN_A_FILE)));
    }

    private static long positive(long number) {
        if (number < 1) {
            throw InvalidInput.of("before", "audit.block-number");
        }
        return number;
    }
}
