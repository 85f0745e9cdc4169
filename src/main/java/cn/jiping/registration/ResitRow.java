package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;

/** 补考人员汇总表的一行: who sits again for what, and what is kept until when. */
public record ResitRow(
        ApplicationId id,
        String sessionTitle,
        String name,
        String occupation,
        SkillLevel level,
        String cityName,
        List<FeeItem> open,
        List<FeeItem> kept,
        LocalDate until,
        ApplicationStatus status) {
    public ResitRow {
        open = List.copyOf(open);
        kept = List.copyOf(kept);
    }
}
