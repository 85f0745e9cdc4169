package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.time.LocalDate;
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
        var reviewedBefore =
                today.plus(settings.remindAhead())
                        .minus(settings.reviewEvery())
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.ZONE)
                        .toInstant();
        accounts.loadForReview(reviewedBefore, AT_MOST)
                .forEach(account ->
                        transaction.executeWithoutResult(_ -> remind(account, businessNow)));
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
