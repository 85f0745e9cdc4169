package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Unanswerable;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions from the whole space of a topic's facts, the same in every run. */
public final class WholeSpace {
    private static final int MANY = 4000;
    private static final LocalDate FIRST = LocalDate.of(2016, 12, 1);
    private static final int DAYS = 3700;
    private static final List<LocalDate> EDGES =
            Stream.of(
                            "2016-12-31 2017-01-01 2017-12-31 2018-01-01 2020-12-31 2021-01-01",
                            "2022-04-16 2022-04-17 2023-11-15 2023-11-16 2024-02-29")
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(LocalDate::parse)
                    .toList();

    private final RandomGenerator random;

    private WholeSpace(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Very many sets of facts of every kind, at the edges of the law more often than elsewhere. */
    public static <F extends Record> List<F> of(Class<F> facts) {
        var space = new WholeSpace(20231116);
        return Stream.generate(() -> facts.cast(space.record(facts))).limit(MANY).toList();
    }

    /** Holds that every question is answered with a source, refused as input, or has no rule. */
    public static <F extends Record> void answersWithSources(DecisionTopic<F> topic) {
        var answers = of(topic.facts()).stream().flatMap(f -> ask(topic, f).stream()).toList();

        assertThat(answers).isNotEmpty();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.reasons())
                                .isNotEmpty()
                                .allSatisfy(why -> assertThat(why.source()).isNotNull()));
    }

    /** The answer; nothing where no rule answers or the facts are refused. */
    public static <F extends Record> Optional<Answer> ask(DecisionTopic<F> topic, F facts) {
        try {
            return Optional.of(topic.decide(facts, ProgramBook.inForce()));
        } catch (InvalidInput | Unanswerable _) {
            return Optional.empty();
        }
    }

    /** Whether the answer is yes. */
    public static <F extends Record> boolean allows(DecisionTopic<F> topic, F facts) {
        return ask(topic, facts).filter(a -> Boolean.TRUE.equals(a.allowed())).isPresent();
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            values[i] = value(components[i]);
        }
        try {
            var types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        var optional = RecordReader.nullable(component.getAnnotatedType());
        return optional && random.nextInt(4) == 0 ? null : value(component.getType());
    }

    private Object value(Class<?> type) {
        if (type.isEnum()) {
            var constants = Objects.requireNonNull(type.getEnumConstants());
            return constants[random.nextInt(constants.length)];
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return random.nextInt(4);
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(206) * 5L, 1);
        }
        if (type == LocalDate.class) {
            return random.nextBoolean()
                    ? EDGES.get(random.nextInt(EDGES.size()))
                    : FIRST.plusDays(random.nextInt(DAYS));
        }
        if (type == Jurisdiction.class) {
            return new Jurisdiction(List.of("33", "22", "00", "44").get(random.nextInt(4)));
        }
        if (type == DivisionCode.class) {
            return new DivisionCode(List.of("330100", "330200", "220100").get(random.nextInt(3)));
        }
        return record(type);
    }
}
