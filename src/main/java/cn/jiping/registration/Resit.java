package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * 补考: what an earlier examination means for an application, as decided on the day it was begun.
 * Offered, it is about the open subjects only; otherwise everything is taken anew.
 *
 * @param publishedOn when what is kept was published
 * @param until the last day that is kept
 * @param decision the one kept, with its clause
 */
public record Resit(
        boolean offered,
        List<FeeItem> kept,
        List<FeeItem> open,
        LocalDate publishedOn,
        LocalDate until,
        UUID decision) {
    /** 惯例: what the clause on the one resit leaves open. */
    public static final Source PRACTICE =
            new Source.Practice("补考的考试须在成绩保留期内；报了补考、缴费后缺考的，视为用过这次机会，缴费截止前撤回的不算");

    public Resit {
        kept = List.copyOf(kept);
        open = List.copyOf(open);
    }

    static List<FeeItem> inOrder(Set<FeeItem> items) {
        return items.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
