package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 调整后的退出: who may still withdraw after the last day of payment, because the examination was changed
 * since. Answered by the stage that changed it.
 */
public interface LaterWithdrawal {
    Optional<Offer> offered(SessionId session, ApplicationId application);

    /**
     * 可以退出.
     *
     * @param said what was changed, in one sentence
     * @param why what the change rests on
     * @param term until when, and what that rests on
     */
    record Offer(String said, Source why, Term term) {}

    /** The offer as it stands today. */
    record Standing(Offer offer, boolean open) {
        static Standing of(Offer offer, LocalDate today) {
            return new Standing(offer, !today.isAfter(offer.term().until()));
        }
    }
}
