package cn.jiping.draw;

import java.util.stream.IntStream;

/**
 * The sums of a draw, version 1. Each is SHA-256 over one line of text that begins with what it is
 * for, so that no sum can stand for another; docs/draw.md gives them to outsiders.
 */
final class Formulas {
    static final String FORMAT = "jiping-draw/1";

    private Formulas() {}

    /** 承诺: binds a party to its secret, for this draw and this party only. */
    static String commitment(String announcementHash, Party party, Secret secret) {
        return sum("commitment", announcementHash, party.name(), secret.salt(), secret.value());
    }

    /** 种子: nobody knows it before both secrets and the public value are known. */
    static String seed(String announcementHash, Secret a, Secret b, String publicValue) {
        return sum("seed", announcementHash, a.salt(), a.value(), b.salt(), b.value(), publicValue);
    }

    /**
     * 排序值: the smallest of as many sums as the entry weighs. With the weights as tickets in an urn
     * this is drawing without replacement, exactly and without fractions.
     */
    static String key(String seed, String number, int weight) {
        return IntStream.rangeClosed(1, weight)
                .mapToObj(ticket -> sum("key", seed, number, String.valueOf(ticket)))
                .min(String::compareTo)
                .orElseThrow();
    }

    private static String sum(String purpose, String... parts) {
        return Sha256.of(FORMAT + "|" + purpose + "|" + String.join("|", parts));
    }
}
