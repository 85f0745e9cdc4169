package cn.jiping.account;

import java.time.Instant;

/** 一次性链接: shown once, to be handed to its owner; only its hash is kept. */
public record OneTimeLink(String path, Instant until) {
    /** Never the secret: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "OneTimeLink until " + until;
    }
}
