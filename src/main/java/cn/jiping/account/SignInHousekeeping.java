package cn.jiping.account;

import cn.jiping.clock.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** 登录记录的清理: forgets what is past its time: old attempts, counts, codes, forms. */
@Component
class SignInHousekeeping implements RecurringJob {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int AT_MOST = 10_000;

    private final SignInStore store;
    private final HeldFormStore forms;
    private final AccountSettings settings;
    private final Clock clock;

    SignInHousekeeping(
            SignInStore store, HeldFormStore forms, AccountSettings settings, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account.housekeeping";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        var now = clock.instant();
        store.forgetAttempts(now.minus(settings.keepSignIns()), AT_MOST);
        store.forgetTriesBefore(now.minus(longestCount()));
        store.forgetCodes(now.minus(settings.code().limitedWithin()));
        forms.forgetUntil(now);
    }

    private Duration longestCount() {
        return settings.lock()
                .within()
                .plus(settings.lock().lasts())
                .plus(settings.code().limitedWithin());
    }
}
