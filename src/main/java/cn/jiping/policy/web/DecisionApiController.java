package cn.jiping.policy.web;

import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawVersion;
import cn.jiping.policy.Policies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 决策接口: the rules themselves, open to anyone; nothing that was asked is kept. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionApiController {
    private static final String LAW_BOOK = "Law-Book";

    private final Policies policies;
    private final DecisionResponses responses;

    DecisionApiController(Policies policies, DecisionResponses responses) {
        this.policies = policies;
        this.responses = responses;
    }

    @GetMapping
    List<DecisionResponses.Topic> topics(Locale locale) {
        return policies.topics().stream().map(topic -> responses.topic(topic, locale)).toList();
    }

    @GetMapping("/{topic}")
    DecisionResponses.Decision asked(
            @PathVariable String topic,
            @RequestParam MultiValueMap<String, String> facts,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var book = named(response);
        return responses.decision(topic, policies.answer(topic, facts, book), locale);
    }

    @PostMapping(path = "/{topic}", consumes = "application/json")
    DecisionResponses.Decision posted(
            @PathVariable String topic,
            @RequestBody String facts,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var book = named(response);
        return responses.decision(topic, policies.answer(topic, facts, book), locale);
    }

    /** Which version of the law answers stands beside the answer, whose body is the contract's. */
    private LawBook named(HttpServletResponse response) {
        var book = policies.book();
        response.setHeader(LAW_BOOK, LawVersion.shortened(book.hash()));
        return book;
    }
}
