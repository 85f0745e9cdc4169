package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 复核提醒: says which accounts are to be looked at again soon, once for each time they are due. */
@Component
class ReviewReminders implements DueWork {
    private static final int AT_MOST = 500;

    private final AccountStore accounts;
    private final AccountSettings.Grants settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReviewReminders(
            AccountStore accounts,
            AccountSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.settings = settings.grants();
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void runDue(Instant businessNow) {
        var today = LocalDate.ofInstant(businessNow, BusinessClock.ZONE);
        accounts.loadForReview(settings.remindedIfReviewedBefore(today), AT_MOST)
                .forEach(account ->
                        transaction.executeWithoutResult(_ -> remind(account, businessNow)));
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        var day = LocalDate.ofInstant(after, BusinessClock.ZONE);
        return accounts.loadNextForReview(settings.remindedIfReviewedBefore(day))
                .map(settings::remindOn)
                .map(BusinessClock::startOf);
    }

    private void remind(Account account, Instant now) {
        accounts.markReminded(account.id(), now);
        var due =
                LocalDate.ofInstant(account.life().reviewedAt(), BusinessClock.ZONE)
                        .plus(settings.reviewEvery());
        events.publishEvent(
                new AccountEvent.ReviewDue(
                        account.id(), account.owner().name(), account.owner().home(), due));
    }
}
