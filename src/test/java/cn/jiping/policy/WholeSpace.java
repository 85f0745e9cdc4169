package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Unanswerable;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions from the whole space of a topic's facts, the same in every run. */
public final class WholeSpace {
    private static final int MANY = 4000;
    private static final int FEW = 4;
    private static final int LARGE = 40;
    private static final LocalDate FIRST = LocalDate.of(2016, 12, 1);
    private static final int DAYS = 3700;
    private static final List<LocalDate> EDGES =
            Stream.of(
                            "2016-12-31 2017-01-01 2017-12-31 2018-01-01 2020-07-20 2020-07-21",
                            "2020-08-25 2020-08-26 2020-09-29 2020-09-30 2020-12-30 2020-12-31",
                            "2021-01-01 2022-04-16 2022-04-17 2023-11-15 2023-11-16 2024-02-29")
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .map(LocalDate::parse)
                    .toList();

    /** What texts and codes may say, by the name of the fact or of its type. */
    private static final Map<String, List<String>> TEXTS =
            Map.of(
                    "occupation", occupations(),
                    "condition", List.of("5-1", "4-1", "4-3", "3-5", "2-2", "1-1", "9-9"),
                    "incident", List.of("设备故障", "携带违禁物品", "由他人代考", "停电或断网", "迷路"),
                    "handling", List.of("口头警告", "本科目成绩无效", "各科目成绩无效", "罚站"),
                    "Jurisdiction", List.of("33", "22", "00", "44"),
                    "DivisionCode",
                            List.of(
                                    "330000", "330100", "330106", "330200", "330226", "220100",
                                    "220581", "220802", "220821"),
                    "SessionCode", List.of("2021-10", "2017-05", "2017-11", "2022-05", "daily"),
                    "StandardCode", List.of("NATIONAL-2018", "NATIONAL-2023", "NATIONAL-1999"));

    private final RandomGenerator random;

    private WholeSpace(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private static List<String> occupations() {
        var annex = ProgramBook.inForce().file("catalogue/exit-2020.csv").orElseThrow();
        return Stream.concat(
                        Stream.of("焊工", "保安员", "车工", "电工", "物流师", "秘书", "星际领航员"),
                        annex.lines().skip(1).map(line -> line.split(",", -1)[2]))
                .toList();
    }

    /** Very many sets of facts of every kind, at the edges of the law more often than elsewhere. */
    public static <F extends Record> List<F> of(Class<F> facts) {
        var space = new WholeSpace(20231116);
        return Stream.generate(() -> space.made(facts)).limit(MANY).toList();
    }

    private <F extends Record> F made(Class<F> facts) {
        return facts.cast(record(facts));
    }

    /** Holds that every question is answered with a source, refused as input, or has no rule. */
    static <F extends Record> void answersWithSources(DecisionTopic<F> topic) {
        var answers = of(topic.facts()).stream().flatMap(f -> ask(topic, f).stream()).toList();

        assertThat(answers).isNotEmpty();
        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.plainOutcome()).doesNotContainValue(null);
                    assertThat(answer.reasons())
                            .isNotEmpty()
                            .allSatisfy(why -> assertThat(why.source()).isNotNull());
                });
    }

    /** The answer; nothing where no rule answers or the facts are refused. */
    public static <F extends Record> Optional<Answer> ask(DecisionTopic<F> topic, F facts) {
        try {
            return Optional.of(topic.decide(facts, ProgramBook.inForce()));
        } catch (InvalidInput | Unanswerable _) {
            return Optional.empty();
        }
    }

    /** All questions of the space that are answered with yes; there must be some. */
    public static <F extends Record> List<F> allowed(DecisionTopic<F> topic) {
        var allowed = of(topic.facts()).stream().filter(facts -> allows(topic, facts)).toList();
        assertThat(allowed).as("%s allows something", topic.name()).isNotEmpty();
        return allowed;
    }

    /** Holds that the answer is yes. */
    public static <F extends Record> void holds(DecisionTopic<F> topic, F facts) {
        assertThat(allows(topic, facts)).as("%s", facts).isTrue();
    }

    /** Whether the answer is yes. */
    public static <F extends Record> boolean allows(DecisionTopic<F> topic, F facts) {
        return ask(topic, facts).filter(a -> Boolean.TRUE.equals(a.allowed())).isPresent();
    }

    /** The same facts with one of them changed. */
    public static <F extends Record> F with(F facts, String name, @Nullable Object value) {
        var components = facts.getClass().getRecordComponents();
        var values = new @Nullable Object[components.length];
        var changed = 0;
        for (var i = 0; i < components.length; i++) {
            var here = components[i].getName().equals(name);
            values[i] = here ? value : Sources.of(facts, components[i]);
            changed += here ? 1 : 0;
        }
        assertThat(changed).as(name).isOne();
        @SuppressWarnings("unchecked")
        var type = (Class<F>) facts.getClass();
        return type.cast(made(type, values));
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            values[i] = value(components[i]);
        }
        return made(type, values);
    }

    private static Object made(Class<?> type, @Nullable Object[] values) {
        try {
            var types =
                    Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        var optional = RecordReader.nullable(component.getAnnotatedType());
        if (optional && random.nextInt(4) == 0) {
            return null;
        }
        var type = component.getType();
        return type == int.class || type == Integer.class
                ? whole(component.getAnnotation(Within.class))
                : value(component.getName(), type);
    }

    private int whole(@Nullable Within bounds) {
        var some = random.nextBoolean() ? random.nextInt(FEW) : random.nextInt(LARGE);
        if (bounds == null) {
            return some;
        }
        return bounds.min() < 0 && random.nextBoolean()
                ? -some
                : Math.max(some, (int) bounds.min());
    }

    private Object value(String name, Class<?> type) {
        if (type.isEnum()) {
            return any(List.of(Objects.requireNonNull(type.getEnumConstants())));
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == BigDecimal.class) {
            var halves = random.nextBoolean() ? 206 : 2 * LARGE;
            return BigDecimal.valueOf(random.nextInt(halves) * 5L, 1);
        }
        if (type == LocalDate.class) {
            return random.nextBoolean() ? any(EDGES) : FIRST.plusDays(random.nextInt(DAYS));
        }
        if (type == String.class) {
            return any(texts(name));
        }
        return Scalars.isText(type)
                ? made(type, new Object[] {any(texts(type.getSimpleName()))})
                : record(type);
    }

    private static List<String> texts(String name) {
        return Objects.requireNonNull(TEXTS.get(name), () -> "Teach WholeSpace " + name);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
