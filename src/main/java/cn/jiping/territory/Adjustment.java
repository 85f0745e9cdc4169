package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 区划调整: what an administrator enters after a decree. */
public sealed interface Adjustment {
    /** The places the adjustment starts from. */
    Set<DivisionCode> places();

    /** A new code with its name. */
    record Founding(DivisionCode code, String name) {
        public Founding {
            name = Names.checked(name);
        }
    }

    /** 更名. */
    record Rename(DivisionCode place, String name) implements Adjustment {
        public Rename {
            name = Names.checked(name);
        }

        @Override
        public Set<DivisionCode> places() {
            return Set.of(place);
        }
    }

    /**
     * 合并: the ended places and what lies under them pass to one, which exists already or is founded
     * now.
     */
    record Merge(Set<DivisionCode> ended, DivisionCode into, @Nullable String foundedAs)
            implements Adjustment {
        public Merge {
            ended = Set.copyOf(ended);
            foundedAs = foundedAs == null ? null : Names.checked(foundedAs);
            if (ended.isEmpty() || ended.contains(into)) {
                throw new IllegalArgumentException("Nothing merges into itself");
            }
        }

        @Override
        public Set<DivisionCode> places() {
            return ended;
        }
    }

    /**
     * 析置: new places begin on the land of one. Without an heir the old place goes on and keeps its
     * cases; with one it ends and all its cases pass to the heir.
     */
    record Split(DivisionCode place, List<Founding> parts, @Nullable DivisionCode heir)
            implements Adjustment {
        public Split {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || place.equals(heir)) {
                throw new IllegalArgumentException("A split founds something and ends elsewhere");
            }
        }

        @Override
        public Set<DivisionCode> places() {
            return Set.of(place);
        }
    }

    /** 改隶: to another parent, with the same code or a new one. */
    record Move(DivisionCode place, DivisionCode parent, @Nullable DivisionCode newCode)
            implements Adjustment {
        @Override
        public Set<DivisionCode> places() {
            return Set.of(place);
        }
    }

    /** 部分区域划转: land without a code of its own; both go on. */
    record Cede(DivisionCode place, DivisionCode to) implements Adjustment {
        public Cede {
            if (place.equals(to)) {
                throw new IllegalArgumentException("Nothing is ceded to itself");
            }
        }

        @Override
        public Set<DivisionCode> places() {
            return Set.of(place);
        }
    }

    /** 列为或不再列为扩权县. */
    record Authorise(DivisionCode place, boolean authorised) implements Adjustment {
        @Override
        public Set<DivisionCode> places() {
            return Set.of(place);
        }
    }

    /** 设立: a place that follows no other; {@code parent} is null for a province. */
    record Found(Founding founding, DivisionLevel level, @Nullable DivisionCode parent)
            implements Adjustment {
        @Override
        public Set<DivisionCode> places() {
            return parent == null ? Set.of() : Set.of(parent);
        }
    }
}
