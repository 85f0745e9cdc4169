package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 区划变更: what one decree did to one place. */
public record DivisionChange(Decree decree, DivisionCode code, Fact fact) {

    /** What happened. */
    public sealed interface Fact {}

    /** 设立. */
    public record Began(
            String name, DivisionLevel level, @Nullable DivisionCode parent, boolean ownCode)
            implements Fact {}

    /** 更名. */
    public record Renamed(String name) implements Fact {}

    /** 改由另一地方管辖, under the same code. */
    public record Moved(DivisionCode parent) implements Fact {}

    /** 撤销; all its cases pass to the heir, even where the land was divided among several. */
    public record Ended(DivisionCode heir) implements Fact {}

    /** 部分区域划入; cases stay where they are. */
    public record Ceded(DivisionCode to) implements Fact {}

    /** 列为（或不再列为）扩权县. */
    public record Authorised(boolean authorised) implements Fact {}

    /** Whether the change concerns the place, as what changed or as where it went. */
    boolean concerns(DivisionCode place) {
        return code.equals(place)
                || switch (fact) {
                    case Ended ended -> ended.heir().equals(place);
                    case Ceded ceded -> ceded.to().equals(place);
                    case Began _, Renamed _, Moved _, Authorised _ -> false;
                };
    }

    /** The places the change names: its own, its heir, its new parent, where land went. */
    Stream<DivisionCode> places() {
        var other =
                switch (fact) {
                    case Began began -> began.parent();
                    case Moved moved -> moved.parent();
                    case Ended ended -> ended.heir();
                    case Ceded ceded -> ceded.to();
                    case Renamed _, Authorised _ -> null;
                };
        return Stream.of(code, other == null ? code : other);
    }
}
