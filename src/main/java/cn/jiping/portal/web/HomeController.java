package cn.jiping.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 首页 and the public pages that belong to no module. */
@Controller
class HomeController {
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("bleed", true);
        return "portal/home";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "portal/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "portal/privacy";
    }
}
