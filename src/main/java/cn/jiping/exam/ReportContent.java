package cn.jiping.exam;

import cn.jiping.shared.SkillLevel;
import java.util.List;

/**
 * 上报内容: who sits in the city for what, the papers needed, where they sit, and who assesses.
 *
 * @param registered how many finally stand of those who registered in this city, wherever they sit
 * @param assessors 考评人员安排, as the city wrote it
 */
public record ReportContent(int registered, List<Line> lines, List<Site> sites, String assessors) {
    public ReportContent {
        lines = List.copyOf(lines);
        sites = List.copyOf(sites);
    }

    /**
     * 一个职业等级: how many sit in the city, and how many papers each subject needs; none where it is
     * held as a practical test.
     */
    public record Line(
            String occupation,
            SkillLevel level,
            int candidates,
            int theory,
            int skills,
            int review) {}

    /** 考点设置: {@code chosen} where the seats of this session are arranged. */
    public record Site(String name, String address, int rooms, int seats, boolean chosen) {}

    public int candidates() {
        return lines.stream().mapToInt(Line::candidates).sum();
    }

    public int papers() {
        return lines.stream().mapToInt(line -> line.theory() + line.skills() + line.review()).sum();
    }

    /** Whether the numbers are others; sites and assessors do not count. */
    boolean countsOtherwiseThan(ReportContent other) {
        return registered != other.registered || !lines.equals(other.lines);
    }
}
