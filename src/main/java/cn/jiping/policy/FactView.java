package cn.jiping.policy;

import cn.jiping.shared.SkillLevel;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 事实: one fact a topic asks for, as lists and forms describe it. */
public record FactView(
        String name,
        Kind kind,
        boolean required,
        @Nullable String otherwise,
        List<String> values,
        List<FactView> within) {

    public FactView {
        values = List.copyOf(values);
        within = List.copyOf(within);
    }

    /** What is to be given. */
    public enum Kind {
        /** A day, 2021-07-14. */
        DATE,
        /** A whole number. */
        WHOLE_NUMBER,
        /** A number with up to four places. */
        NUMBER,
        /** Yes or no: true, false. */
        BOOLEAN,
        /** One of the values. */
        CHOICE,
        /** Some of the values. */
        CHOICES,
        /** A text or a code. */
        TEXT,
        /** A group of facts. */
        GROUP
    }

    /** The facts of a record, in its order. */
    public static List<FactView> of(Class<? extends Record> facts) {
        return Stream.of(facts.getRecordComponents()).map(FactView::of).toList();
    }

    private static FactView of(RecordComponent component) {
        var otherwise = component.getAnnotation(Default.class);
        var type = component.getGenericType();
        return new FactView(
                component.getName(),
                kind(type),
                otherwise == null && !RecordReader.nullable(component.getAnnotatedType()),
                otherwise == null ? null : otherwise.value(),
                values(type),
                kind(type) == Kind.GROUP
                        ? of(component.getType().asSubclass(Record.class))
                        : List.of());
    }

    private static Kind kind(Type type) {
        if (type instanceof ParameterizedType) {
            return Kind.CHOICES;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        if (type == int.class || type == Integer.class) {
            return Kind.WHOLE_NUMBER;
        }
        if (type == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return Kind.CHOICE;
        }
        return type instanceof Class<?> plain && plain.isRecord() && !Scalars.isText(plain)
                ? Kind.GROUP
                : Kind.TEXT;
    }

    private static List<String> values(Type type) {
        if (type instanceof ParameterizedType of
                && Set.of(List.class, Set.class).contains(of.getRawType())) {
            return values(of.getActualTypeArguments()[0]);
        }
        if (type == SkillLevel.class) {
            return Stream.of(SkillLevel.values()).map(SkillLevel::code).toList();
        }
        return type instanceof Class<?> plain && plain.isEnum()
                ? Stream.of(plain.getEnumConstants()).map(Scalars::written).toList()
                : List.of();
    }
}
