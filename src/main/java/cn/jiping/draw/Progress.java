package cn.jiping.draw;

import cn.jiping.shared.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 进展: what happened to a draw since it was announced. */
public record Progress(
        DrawStatus status,
        Map<Party, Commitment> commitments,
        @Nullable FixedValue publicValue,
        Map<Party, Reveal> reveals,
        @Nullable Outcome outcome,
        List<Replacement> replacements,
        @Nullable Ending ending) {

    public Progress {
        commitments = Map.copyOf(commitments);
        reveals = Map.copyOf(reveals);
        replacements = List.copyOf(replacements);
    }

    static Progress begun() {
        return new Progress(DrawStatus.ANNOUNCED, Map.of(), null, Map.of(), null, List.of(), null);
    }

    /** 承诺: the sum a party bound itself to. */
    public record Commitment(String value, Signature by) {}

    /** 公开随机数: the value and where it was published. */
    public record FixedValue(String value, String reference, Signature by) {}

    /** 公布密数. */
    public record Reveal(Secret secret, Signature by) {}

    /** 抽取结果. */
    public record Outcome(Instant at, List<Pick> drawn, List<Pick> alternates) {
        public Outcome {
            drawn = List.copyOf(drawn);
            alternates = List.copyOf(alternates);
        }
    }

    /** 递补: who left the selection, who came in for him, and why; the note is not published. */
    public record Replacement(
            String leaving, String entering, Cause cause, String note, Signature by) {}

    /** 递补原因. */
    public enum Cause {
        /** 本人不能参加. */
        DECLINED,
        /** 因病. */
        ILL,
        /** 事后发现须回避. */
        RECUSED,
        /** 未到场. */
        ABSENT,
        /** 联系不上. */
        UNREACHABLE
    }

    /** 终止: why there will be no result. */
    public record Ending(Kind kind, Set<Party> missing, String reason, Signature by) {
        public Ending {
            missing = Set.copyOf(missing);
        }

        /** 终止原因. */
        public enum Kind {
            /** 到期未承诺. */
            NOT_COMMITTED,
            /** 到期没有公开随机数. */
            NO_PUBLIC_VALUE,
            /** 到期未公布密数. */
            NOT_REVEALED,
            /** 取消. */
            CANCELLED
        }
    }

    Progress becoming(DrawStatus next) {
        return new Progress(next, commitments, publicValue, reveals, outcome, replacements, ending);
    }

    Progress with(Map<Party, Commitment> now) {
        return new Progress(status, now, publicValue, reveals, outcome, replacements, ending);
    }

    Progress with(FixedValue value) {
        return new Progress(status, commitments, value, reveals, outcome, replacements, ending);
    }

    Progress revealing(Map<Party, Reveal> now) {
        return new Progress(status, commitments, publicValue, now, outcome, replacements, ending);
    }

    Progress with(Outcome result) {
        return new Progress(
                status, commitments, publicValue, reveals, result, replacements, ending);
    }

    Progress with(List<Replacement> now) {
        return new Progress(status, commitments, publicValue, reveals, outcome, now, ending);
    }

    Progress with(Ending end) {
        return new Progress(status, commitments, publicValue, reveals, outcome, replacements, end);
    }
}
