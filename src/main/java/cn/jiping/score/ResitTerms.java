package cn.jiping.score;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * 补考: how long a passed subject is kept and how often one may resit within it; null: any number.
 */
@LawPage(
        path = "score/resit",
        governedBy = GoverningDate.SCORE_PUBLISHED,
        in = {"33", "22"})
public record ResitTerms(Period keptFor, @Nullable Integer resits, @Nullable ForCancelled cancelled)
        implements Terms {

    /** 国务院取消的职业: how often one may still resit. */
    public record ForCancelled(int resits, Source source) {}
}
