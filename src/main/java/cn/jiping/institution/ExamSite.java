package cn.jiping.institution;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 考点: a place where examinations are held, with its rooms.
 *
 * @param closedOn from when nothing is held there any more; null while it is in use
 */
public record ExamSite(
        SiteId id,
        SiteDraft entry,
        List<ExamRoom> rooms,
        @Nullable LocalDate closedOn,
        int version) {
    public ExamSite {
        rooms = List.copyOf(rooms);
    }

    public int seats() {
        return rooms.stream().mapToInt(ExamRoom::seats).sum();
    }

    public boolean inUse() {
        return closedOn == null;
    }
}
