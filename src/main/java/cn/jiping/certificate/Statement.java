package cn.jiping.certificate;

import java.time.Instant;
import java.util.List;

/**
 * 核验声明: one fact a line, name and value apart by a colon and a space; the same for ever for the
 * same certificate, state and instant. The holder's name stands in full, for it is given to who has
 * the certificate at hand.
 */
record Statement(String text) {
    static Statement of(Certificate certificate, Instant at) {
        var facts = certificate.facts();
        var issue = facts.issue();
        var ending = certificate.fate().ending();
        return new Statement(
                String.join(
                        "\n",
                        List.of(
                                "number: " + issue.number(),
                                "edition: " + issue.edition(),
                                "holder: " + Verification.masked(facts.holder().name()),
                                "document: " + facts.holder().document().masked(),
                                "occupation: " + facts.skill().occupation(),
                                "level: " + facts.skill().level().code(),
                                "issuer: " + issue.issuer().name(),
                                "issued: " + issue.on(),
                                "status: " + certificate.fate().status(),
                                "ended: " + (ending == null ? "" : ending.on().toString()),
                                "stated: " + at)));
    }
}
