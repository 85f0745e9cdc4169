package cn.jiping.demo.web;

import cn.jiping.demo.DemoSeason;
import cn.jiping.demo.DemoStage;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 演示考季的页面: what was played, what came of it, and where to begin anew. */
@Controller
class DemoController {
    private static final String PATH = "/demo";

    private final ObjectProvider<DemoSeason> season;

    DemoController(ObjectProvider<DemoSeason> season) {
        this.season = season;
    }

    @GetMapping(PATH)
    String show(Model model) {
        var demo = require();
        var progress = demo.progress();
        model.addAttribute("progress", progress);
        model.addAttribute("candidates", demo.candidates());
        model.addAttribute("stages", DemoStage.values());
        model.addAttribute("mayStartOver", demo.mayStartOver());
        model.addAttribute("startingOverFailed", demo.startingOverFailed());
        model.addAttribute("run", demo.run());
        return "demo/season";
    }

    @GetMapping("/demo/start-over")
    String ask(@RequestParam(defaultValue = "REGISTRATION") String stage, Model model) {
        require();
        model.addAttribute("stage", stage(stage));
        return "demo/start-over";
    }

    @PostMapping("/demo/start-over")
    String startOver(@RequestParam String stage, Model model) {
        var chosen = stage(stage);
        var demo = require();
        demo.startOver(chosen);
        model.addAttribute("stage", chosen);
        model.addAttribute("run", demo.run());
        return "demo/starting";
    }

    private static DemoStage stage(String given) {
        return Arrays.stream(DemoStage.values())
                .filter(stage -> stage.name().equals(given))
                .findAny()
                .orElseThrow(() -> InvalidInput.of("stage", "demo.stage"));
    }

    private DemoSeason require() {
        return season.stream().findAny().orElseThrow(() -> new NotFound("page", PATH));
    }
}
