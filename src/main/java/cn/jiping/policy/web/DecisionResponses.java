package cn.jiping.policy.web;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.FactView;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Answers in the shape of the public contract. */
@Component
class DecisionResponses {
    private final ReasonTexts texts;
    private final MessageSource messages;
    private final Policies policies;

    DecisionResponses(ReasonTexts texts, MessageSource messages, Policies policies) {
        this.texts = texts;
        this.messages = messages;
        this.policies = policies;
    }

    Decision decision(String topic, Answer answer, Locale locale) {
        return new Decision(
                topic,
                answer.allowed(),
                answer.outcome().isEmpty() ? null : answer.plainOutcome(),
                answer.reasons().stream()
                        .map(reason ->
                                new Why(
                                        reason.code().code(),
                                        texts.text(reason, locale),
                                        source(reason.source())))
                        .toList(),
                answer.asOf());
    }

    private static Map<String, String> source(Source source) {
        return switch (source) {
            case Source.Clause clause -> {
                var said = new LinkedHashMap<String, String>();
                said.put("document", clause.document());
                said.put("clause", clause.clause());
                yield said;
            }
            case Source.Practice practice -> Map.of("practice", practice.why());
        };
    }

    Topic topic(DecisionTopic<?> topic, Locale locale) {
        return new Topic(
                topic.name(),
                messages.getMessage("topic." + topic.name(), null, locale),
                FactView.of(topic.facts()),
                policies.documentsOf(topic),
                new LinkedHashMap<>(topic.example()),
                TopicLinks.example(topic),
                OpenApiDocument.example(topic));
    }

    /** One decision, as the contract has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            String topic,
            @Nullable Boolean allowed,
            @Nullable Map<String, Object> outcome,
            List<Why> reasons,
            LocalDate asOf) {}

    /** One reason with its source. */
    record Why(String code, String message, Map<String, String> source) {}

    /** A topic, what it wants to know, and a question that works: as an address and as a body. */
    record Topic(
            String topic,
            String question,
            List<FactView> facts,
            List<String> documents,
            Map<String, String> example,
            String address,
            Map<String, Object> body) {}
}
