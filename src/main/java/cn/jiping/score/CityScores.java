package cn.jiping.score;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 市成绩: how far the scores of one city are.
 *
 * @param wanted how many marks there must be: of everybody in every subject they sit for
 * @param given how many there are, absences included
 */
public record CityScores(
        SessionId session,
        DivisionCode city,
        int wanted,
        int given,
        List<Imported> files,
        @Nullable Released released,
        int version) {
    public CityScores {
        files = List.copyOf(files);
    }

    /** 已导入的文件. */
    public record Imported(UUID id, String name, int marks, int changed, Signature by) {}

    /** 已公布. */
    public record Released(LocalDate publishedOn, Signature by) {}

    public int missing() {
        return wanted - given;
    }
}
