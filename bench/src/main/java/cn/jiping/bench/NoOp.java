package cn.jiping.bench;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the decision endpoint takes, through the same filters, and decides nothing. */
@RestController
final class NoOp {
    static final String PATH = "/api/v1/decisions/no-op";

    @PostMapping(path = PATH, consumes = "application/json")
    String taken(@RequestBody String facts) {
        return "{\"characters\":" + facts.length() + "}";
    }
}
