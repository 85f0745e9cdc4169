package cn.jiping.account;

import cn.jiping.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 账号详情, as its administrators see it; phone masked. {@code whole}: every living role lies inside
 * the scope of who looks, so that acts upon the whole account are theirs.
 */
public record AccountView(
        AccountId id,
        int version,
        AccountRow row,
        String home,
        @Nullable String phone,
        @Nullable String suspendedBecause,
        boolean locked,
        boolean whole,
        boolean own,
        boolean powerful,
        LocalDate reviewBy,
        List<GrantView> grants,
        List<Proposal> open,
        List<OpenSession> sessions,
        List<SignInAttempt> attempts) {
    public AccountView {
        grants = List.copyOf(grants);
        open = List.copyOf(open);
        sessions = List.copyOf(sessions);
        attempts = List.copyOf(attempts);
    }

    /** A grant with its state today; {@code yours}: it may be ended and prolonged by who looks. */
    public record GrantView(Grant grant, GrantState state, boolean yours) {}

    /** 授权状态. */
    public enum GrantState {
        /** 未到开始日期. */
        LATER,
        VALID,
        OVER,
        ENDED
    }

    public @Nullable Instant lastSignIn() {
        return attempts.stream()
                .filter(attempt -> attempt.result() == SignInAttempt.Result.OK)
                .map(SignInAttempt::at)
                .findFirst()
                .orElse(null);
    }
}
