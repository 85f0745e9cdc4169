package cn.jiping.policy;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Unanswerable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Facts drawn from the whole space a topic's record allows, always the same for the same seed. */
public final class AnyFacts {
    private static final LocalDate FIRST = LocalDate.of(2016, 6, 1);
    private static final int DAYS = 3600;
    private static final int LARGEST = 40;
    private static final List<String> JURISDICTIONS = List.of("33", "22", "00", "44");

    private final RandomGenerator random;
    private final Map<String, List<String>> texts;

    /** With the values that facts which are texts may take. */
    public AnyFacts(RandomGenerator random, Map<String, List<String>> texts) {
        this.random = random;
        this.texts = texts;
    }

    public Map<String, String> of(DecisionTopic<?> topic) {
        var facts = new LinkedHashMap<String, String>();
        for (var fact : FactView.of(topic.facts())) {
            if (fact.required() || random.nextInt(4) > 0) {
                facts.put(fact.name(), value(fact));
            }
        }
        return facts;
    }

    private String value(FactView fact) {
        return switch (fact.kind()) {
            case DATE -> FIRST.plusDays(random.nextInt(DAYS)).toString();
            case WHOLE_NUMBER, NUMBER -> String.valueOf(random.nextInt(LARGEST));
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case CHOICE -> any(fact.values());
            case TEXT ->
                    fact.name().equals("jurisdiction")
                            ? any(JURISDICTIONS)
                            : any(texts.getOrDefault(fact.name(), List.of("?")));
            case CHOICES, GROUP -> throw new IllegalStateException("Teach AnyFacts " + fact);
        };
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The answer, or nothing where the facts are refused or no rule answers. */
    public static <F extends Record> Optional<Answer> ask(
            DecisionTopic<F> topic, Map<String, String> facts) {
        try {
            return Optional.of(ProgramBook.ask(topic, facts));
        } catch (InvalidInput | Unanswerable _) {
            return Optional.empty();
        }
    }
}
