package cn.jiping.account;

import cn.jiping.shared.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 一次性链接: shown once, to be handed to its owner; only its hash is kept. */
public record OneTimeLink(String path, Instant until, @Nullable AccountId account) {
    /** Never the secret: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "OneTimeLink until " + until;
    }
}
