package cn.jiping.task;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;

/** 待办所在: where the matter belongs; whoever's scope covers it may see the task. */
public sealed interface TaskPlace {
    /** 平台: the installation itself; every holder of the role. */
    record Platform() implements TaskPlace {}

    record Division(DivisionCode code) implements TaskPlace {}

    /** A body, with its name as of the act. */
    record Body(BodyId id, String name) implements TaskPlace {}

    /** A person, with their name as of the act. */
    record Person(PersonId id, String name) implements TaskPlace {}

    default boolean coveredBy(Scope scope) {
        return switch (this) {
            case Platform() -> true;
            case Division(var code) -> scope.covers(code);
            case Body(var id, _) -> scope.covers(id);
            case Person(var id, _) -> scope.covers(id);
        };
    }

    /** The form in which the table keeps it; the name stands beside it. */
    default String stored() {
        return switch (this) {
            case Platform() -> "all";
            case Division(var code) -> "D" + code;
            case Body(var id, _) -> "B" + id;
            case Person(var id, _) -> "P" + id;
        };
    }

    static TaskPlace restore(String stored, String name) {
        var value = stored.substring(1);
        return switch (stored.charAt(0)) {
            case 'D' -> new Division(new DivisionCode(value));
            case 'B' -> new Body(BodyId.of(value), name);
            case 'P' -> new Person(PersonId.of(value), name);
            default -> new Platform();
        };
    }
}
