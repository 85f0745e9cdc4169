package cn.jiping.policy;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 结论: an answer as it is kept and compared: what was allowed, what came out, and why in the words
 * of that day. Where nothing answered, the problem stands in its place.
 */
public record Verdict(
        @Nullable Boolean allowed,
        Map<String, Object> outcome,
        List<Why> reasons,
        @Nullable String problem) {
    private static final JsonMapper JSON = new JsonMapper();

    public Verdict {
        outcome = outcome == null ? Map.of() : outcome;
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** 理由: its code, its words, and the document with the clause, or the practice. */
    public record Why(
            String code, String text, @Nullable String document, @Nullable String clause) {
        static Why of(Reason reason, ReasonTexts texts) {
            var text = texts.text(reason, Locale.CHINA);
            return switch (reason.source()) {
                case Source.Clause(var document, var clause) ->
                        new Why(reason.code().code(), text, document, clause);
                case Source.Practice(var why) -> new Why(reason.code().code(), text, null, why);
            };
        }

        public Source source() {
            var where = clause == null ? "" : clause;
            return document == null
                    ? new Source.Practice(where)
                    : new Source.Clause(document, where);
        }
    }

    static Verdict of(Answer answer, ReasonTexts texts) {
        return new Verdict(
                answer.allowed(),
                answer.plainOutcome(),
                answer.reasons().stream().map(reason -> Why.of(reason, texts)).toList(),
                null);
    }

    static Verdict nothing(String problem) {
        return new Verdict(null, Map.of(), List.of(), problem);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Verdict ofJson(String json) {
        return JSON.readValue(json, Verdict.class);
    }

    /** Whether the same was decided, whatever the grounds. */
    boolean decidesAs(Verdict other) {
        return json(allowed, outcome, problem)
                .equals(json(other.allowed, other.outcome, other.problem));
    }

    private static String json(
            @Nullable Boolean allowed, Map<String, Object> outcome, @Nullable String problem) {
        return JSON.writeValueAsString(new Verdict(allowed, outcome, List.of(), problem));
    }

    /** Whether it rests on the same reasons and clauses. */
    boolean restsOnTheSameAs(Verdict other) {
        return reasons.equals(other.reasons);
    }
}
