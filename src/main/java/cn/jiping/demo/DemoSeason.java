package cn.jiping.demo;

import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 演示考季: how far it is played, what came of it, and from where it may begin anew. */
@Service
@InDemo
public class DemoSeason {
    private final SeasonPlay play;
    private final StartingOver startingOver;
    private final Cast cast;
    private final UUID run = Ids.next();

    DemoSeason(SeasonPlay play, StartingOver startingOver, Cast cast) {
        this.play = play;
        this.startingOver = startingOver;
        this.cast = cast;
    }

    /**
     * 演示进展: whether it is being played or broke off, what was played, and what came of it at the
     * end.
     */
    public record Progress(
            boolean running, boolean brokenOff, List<Played> played, @Nullable Told told) {
        public Progress {
            played = List.copyOf(played);
        }
    }

    /** 演过的一幕. */
    public record Played(LocalDate on, String title) {}

    /** 结果: of each session that was played, and why. */
    public record Told(List<Part> parts, List<Why> whys) {
        public Told {
            parts = List.copyOf(parts);
            whys = List.copyOf(whys);
        }
    }

    /** 一次鉴定的结果, city by city. */
    public record Part(String title, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }

        /** What became of anybody at all, in order. */
        public List<Ending> endings() {
            return Arrays.stream(Ending.values()).filter(ending -> of(ending) > 0).toList();
        }

        /** 合计, over all cities. */
        public int all() {
            return rows.stream().mapToInt(Row::all).sum();
        }

        public int of(Ending ending) {
            return rows.stream().mapToInt(row -> row.of(ending)).sum();
        }
    }

    /** 一市的结果: how many of each ending. */
    public record Row(String city, Map<Ending, Integer> counts) {
        public Row {
            counts = new TreeMap<>(counts);
        }

        public int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int of(Ending ending) {
            return counts.getOrDefault(ending, 0);
        }
    }

    /** 原因: what was refused to how many, by which clause, and how it was said to one of them. */
    public record Why(String what, String source, String example, int people) {}

    /** 可登录的演示考生: by phone; the code is shown on the page. */
    public record SignIn(String phone, String name, Fate fate) {}

    public Progress progress() {
        return play.progress();
    }

    /** One person of each fate. */
    public List<SignIn> candidates() {
        return Arrays.stream(Fate.values())
                .filter(Fate::hasAPhone)
                .flatMap(fate -> cast.with(fate).stream().limit(1))
                .map(player -> new SignIn(player.phone(), player.name(), player.fate()))
                .toList();
    }

    public boolean mayStartOver() {
        return startingOver.possible();
    }

    /** 本次运行: another one each time the program starts. */
    public UUID run() {
        return run;
    }

    /** Whether the last wish to begin anew came to nothing. */
    public boolean startingOverFailed() {
        return startingOver.failedLastTime();
    }

    /**
     * Throws everything away and plays up to the stage anew; returns at once.
     *
     * @throws NotFound if that cannot be done here
     */
    public void startOver(DemoStage stage) {
        startingOver.at(stage);
    }

    /** 去向. */
    public enum Ending {
        /** 拒之窗外. */
        OUTSIDE,
        /** 还没来报名. */
        NOT_YET,
        /** 条件不符. */
        NOT_ELIGIBLE,
        /** 在办. */
        RUNNING,
        /** 未提交. */
        NOT_HANDED_IN,
        /** 未补正. */
        NOT_CORRECTED,
        /** 逾期未审. */
        NOT_REVIEWED,
        /** 审核未过. */
        REFUSED,
        /** 未缴费. */
        NOT_PAID,
        /** 撤回. */
        WITHDRAWN,
        /** 报名成功. */
        CONFIRMED,
        /** 合格. */
        PASSED,
        /** 补考合格. */
        RESIT_PASSED,
        /** 单科保留. */
        KEPT,
        /** 不合格. */
        FAILED,
        /** 缺考. */
        ABSENT
    }
}
