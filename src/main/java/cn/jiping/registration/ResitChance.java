package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.plan.OfferingId;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;

/** 补考机会: what of a session somebody passed partly before, and whether only the rest is examined. */
public record ResitChance(
        OfferingId offering,
        String occupation,
        SkillLevel level,
        List<FeeItem> kept,
        List<FeeItem> open,
        LocalDate until,
        Ruling ruling) {
    public ResitChance {
        kept = List.copyOf(kept);
        open = List.copyOf(open);
    }

    public boolean offered() {
        return ruling instanceof Ruling.Met;
    }

    /** What the clause leaves open, and how it is done here. */
    public Source practice() {
        return Resit.PRACTICE;
    }
}
