package cn.jiping.policy.web;

import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.FactView;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.web.Choice;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 问题表: the form of a topic, made of the record of its facts. */
@Component
class AskFields {
    private final LawWords words;
    private final LawRows rows;
    private final ReasonTexts texts;

    AskFields(LawWords words, LawRows rows, ReasonTexts texts) {
        this.words = words;
        this.rows = rows;
        this.texts = texts;
    }

    /** The fields of a topic; those of a group by name with a dot. */
    List<AskField> of(DecisionTopic<?> topic) {
        var fields = new ArrayList<AskField>();
        gather("", topic.facts(), FactView.of(topic.facts()), fields);
        return fields;
    }

    private void gather(
            String prefix,
            Class<? extends Record> type,
            List<FactView> facts,
            List<AskField> fields) {
        for (var fact : facts) {
            var component = component(type, fact.name());
            if (fact.kind() == FactView.Kind.GROUP) {
                var group = component.getType().asSubclass(Record.class);
                gather(prefix + fact.name() + ".", group, fact.within(), fields);
            } else {
                fields.add(field(prefix, fact, component));
            }
        }
    }

    private static RecordComponent component(Class<? extends Record> type, String name) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private AskField field(String prefix, FactView fact, RecordComponent component) {
        var choices = choices(fact, component);
        return new AskField(
                prefix + fact.name(),
                words.text("fact." + fact.name()),
                fact.kind(),
                fact.required(),
                otherwise(fact, choices),
                choices,
                "",
                null);
    }

    private static @Nullable String otherwise(FactView fact, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.value().equals(fact.otherwise()))
                .map(Choice::text)
                .findFirst()
                .orElse(fact.otherwise());
    }

    private List<Choice> choices(FactView fact, RecordComponent component) {
        if (component.getType() == Jurisdiction.class) {
            return LawController.choices(rows.jurisdictions(), words);
        }
        return switch (fact.kind()) {
            case BOOLEAN ->
                    List.of(
                            new Choice("true", words.text("law.yes")),
                            new Choice("false", words.text("law.no")));
            case CHOICE -> named(fact.values(), component.getType().getEnumConstants());
            case DATE, WHOLE_NUMBER, NUMBER, CHOICES, TEXT, GROUP -> List.of();
        };
    }

    private List<Choice> named(List<String> values, Object[] constants) {
        return IntStream.range(0, constants.length)
                .mapToObj(i -> new Choice(values.get(i), texts.word(constants[i], Locale.CHINA)))
                .toList();
    }
}
