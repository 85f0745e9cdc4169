package cn.jiping.policy.web;

import cn.jiping.policy.DecisionTopic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** 判定主题的链接: where a topic can be asked, and its working example. */
@Component
class TopicLinks {
    private static final String API = "/api/v1/decisions/";

    /** Topics that have a page of their own, where the answer is shown in more ways than one. */
    private static final Map<String, String> OWN_PAGES =
            Map.of(
                    "catalogue-status", "/occupations",
                    "deadline", "/deadlines",
                    "eligibility", "/eligibility",
                    "working-day", "/deadlines");

    private final LawWords words;

    TopicLinks(LawWords words) {
        this.words = words;
    }

    /** A topic: its question, the page that asks it, and an example that programs can call. */
    record TopicLink(String name, String question, String ask, String example) {}

    List<TopicLink> of(List<DecisionTopic<?>> topics) {
        return topics.stream().map(this::of).toList();
    }

    TopicLink of(DecisionTopic<?> topic) {
        return new TopicLink(
                topic.name(), words.text("topic." + topic.name()), page(topic), example(topic));
    }

    private static String page(DecisionTopic<?> topic) {
        return OWN_PAGES.getOrDefault(topic.name(), AskController.PATH + "/" + topic.name());
    }

    /** The example as an address. */
    static String example(DecisionTopic<?> topic) {
        return query(API + topic.name(), topic);
    }

    static String query(String path, DecisionTopic<?> topic) {
        var address = UriComponentsBuilder.fromPath(path);
        new TreeMap<>(topic.example()).forEach(address::queryParam);
        return address.encode().build().toUriString();
    }
}
