package cn.jiping.score;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 成绩拒绝: why scores were not read in or not published. */
public final class ScoreRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ScoreRefused(String code, @Nullable Source source, Object... arguments) {
        super("score." + code, source, arguments);
    }

    static ScoreRefused beforeExam(LocalDate examOn, Source source) {
        return new ScoreRefused("before-exam", source, examOn.toString());
    }

    static ScoreRefused released(LocalDate on) {
        return new ScoreRefused("released", null, on.toString());
    }

    static ScoreRefused marksMissing(int missing) {
        return new ScoreRefused("marks-missing", null, missing);
    }

    static ScoreRefused nobody() {
        return new ScoreRefused("nobody", null);
    }

    static ScoreRefused sameHand() {
        return new ScoreRefused("same-hand", null);
    }
}
