package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * 以前的成绩: what an applicant passed at an earlier examination without passing it whole. Answered by
 * the stage that keeps results.
 */
public interface EarlierResults {
    /** Empty if nothing was passed, or everything. */
    Optional<Earlier> find(Wanted wanted);

    /** Whose results, of what, and the first day of the examination applied for. */
    record Wanted(
            PersonId person,
            Jurisdiction jurisdiction,
            String occupation,
            SkillLevel level,
            LocalDate examOn) {}

    /**
     * Facts only; the law says what follows.
     *
     * @param publishedOn when the subjects that would lapse first were published
     * @param resitsUsed since then
     */
    record Earlier(LocalDate publishedOn, Set<FeeItem> kept, Set<FeeItem> open, int resitsUsed) {
        public Earlier {
            kept = Set.copyOf(kept);
            open = Set.copyOf(open);
        }
    }
}
