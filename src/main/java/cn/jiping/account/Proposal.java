package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 提议: what an administrator wants done to an account and a second person has to confirm. */
public record Proposal(
        ProposalId id,
        AccountId account,
        Kind kind,
        @Nullable Subject subject,
        String reason,
        Proposer by,
        Instant expiresAt,
        State state,
        @Nullable Decision decision) {

    /** 提议什么. */
    public enum Kind {
        /** 授予岗位. */
        GRANT,
        /** 延长岗位. */
        PROLONG,
        /** 找回密码. */
        RECOVERY
    }

    /** 状态; an open one past its time is over. */
    public enum State {
        OPEN,
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }

    /** The role it is about; {@code grant} is the living one to be prolonged. */
    public record Subject(
            @Nullable GrantId grant,
            Role role,
            Place place,
            String placeName,
            LocalDate from,
            LocalDate until) {}

    /** 决定. */
    public record Decision(String by, Instant at) {}

    public boolean openAt(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }

    Proposal decided(State how, String by, Instant now) {
        return new Proposal(
                id, account, kind, subject, reason, this.by, expiresAt, how, new Decision(by, now));
    }
}
