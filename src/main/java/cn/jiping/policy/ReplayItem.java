package cn.jiping.policy;

import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a replay judges once more: a stored decision, or a case of a file. */
record ReplayItem(
        UUID id,
        DecisionDraft.About about,
        String topic,
        String facts,
        @Nullable DivisionCode division,
        @Nullable LocalDate asOf,
        @Nullable Decision stored) {
    static final String CASE = "case";
    private static final JsonMapper JSON = new JsonMapper();

    static ReplayItem of(Decision decision) {
        return new ReplayItem(
                decision.id(),
                decision.about(),
                decision.asked().topic(),
                decision.asked().facts(),
                decision.place().division(),
                decision.asked().asOf(),
                decision);
    }

    static ReplayItem ofCase(
            UUID id, String name, String topic, String facts, @Nullable DivisionCode division) {
        return new ReplayItem(
                id, new DecisionDraft.About(CASE, name), topic, facts, division, null, null);
    }

    /**
     * @throws cn.jiping.shared.InvalidInput naming the fact that is not as the topic wants it
     */
    Question question(DecisionTopic<?> asked) {
        if (!about.type().equals(CASE)) {
            return Question.of(asked, facts);
        }
        var given = new HashMap<String, List<String>>();
        JSON.readValue(facts, new TypeReference<Map<String, String>>() {})
                .forEach((name, value) -> given.put(name, List.of(value)));
        return Question.of(asked, given);
    }

    static String factsOf(Map<String, String> facts) {
        return JSON.writeValueAsString(facts);
    }
}
