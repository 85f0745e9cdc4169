package cn.jiping.draw.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** 抽取公告表: everything as typed, so that nothing is lost when something is wrong. */
public record NewDrawForm(
        HeadingPart heading,
        TimesPart times,
        SeatsPart seats,
        RulesPart rules,
        @Nullable String pool,
        @Nullable String clientKey) {
    static final String POOL = "pool";
    static final String BODY = "heading.body";

    /** Every field, in the order of the form. */
    static final List<String> NAMES =
            List.of(
                    "clientKey",
                    "heading.purpose",
                    "heading.title",
                    "heading.subject",
                    "heading.division",
                    BODY,
                    "heading.document",
                    "heading.clause",
                    "heading.namesPublished",
                    "heading.predecessor",
                    "heading.reason",
                    "times.commitBy",
                    "times.valueFrom",
                    "times.revealBy",
                    "times.openFrom",
                    "seats.labelA",
                    "seats.kindB",
                    "seats.labelB",
                    "seats.what",
                    "seats.lookUp",
                    "rules.drawn",
                    "rules.alternates",
                    "rules.first.value",
                    "rules.first.atLeast",
                    "rules.first.atMost",
                    "rules.second.value",
                    "rules.second.atLeast",
                    "rules.second.atMost",
                    "rules.third.value",
                    "rules.third.atLeast",
                    "rules.third.atMost",
                    "rules.perEmployer",
                    POOL);

    /** The name of a field, for what is said of it away from it. */
    static MessageSourceResolvable named(String field) {
        return new DefaultMessageSourceResolvable("draw.field." + field);
    }

    /** A part of which nothing was sent is empty. */
    public NewDrawForm {
        heading = Objects.requireNonNullElse(heading, HeadingPart.empty(null));
        times = Objects.requireNonNullElse(times, TimesPart.empty());
        seats = Objects.requireNonNullElse(seats, SeatsPart.empty());
        rules = Objects.requireNonNullElse(rules, RulesPart.empty());
    }

    /** What is drawn for. */
    public record HeadingPart(
            @Nullable String purpose,
            @Nullable String title,
            @Nullable String subject,
            @Nullable String division,
            @Nullable String body,
            @Nullable String document,
            @Nullable String clause,
            @Nullable String namesPublished,
            @Nullable String predecessor,
            @Nullable String reason) {
        static HeadingPart empty(@Nullable String division) {
            return new HeadingPart(null, null, null, division, null, null, null, null, null, null);
        }
    }

    /** Terms as local time to the minute. */
    public record TimesPart(
            @Nullable String commitBy,
            @Nullable String valueFrom,
            @Nullable String revealBy,
            @Nullable String openFrom) {
        static TimesPart empty() {
            return new TimesPart(null, null, null, null);
        }
    }

    /** The two parties and the public value. */
    public record SeatsPart(
            @Nullable String labelA,
            @Nullable String kindB,
            @Nullable String labelB,
            @Nullable String what,
            @Nullable String lookUp) {
        static SeatsPart empty() {
            return new SeatsPart(null, null, null, null, null);
        }
    }

    /** How many, and what the selection must fulfil; bounds of up to three groups. */
    public record RulesPart(
            @Nullable String drawn,
            @Nullable String alternates,
            QuotaPart first,
            QuotaPart second,
            QuotaPart third,
            @Nullable String perEmployer) {
        public RulesPart {
            first = Objects.requireNonNullElse(first, QuotaPart.empty());
            second = Objects.requireNonNullElse(second, QuotaPart.empty());
            third = Objects.requireNonNullElse(third, QuotaPart.empty());
        }

        static RulesPart empty() {
            return new RulesPart(
                    null, null, QuotaPart.empty(), QuotaPart.empty(), QuotaPart.empty(), null);
        }
    }

    /** One group's bounds. */
    public record QuotaPart(
            @Nullable String value, @Nullable String atLeast, @Nullable String atMost) {
        static QuotaPart empty() {
            return new QuotaPart(null, null, null);
        }
    }

    static NewDrawForm empty(String clientKey, @Nullable String division) {
        return new NewDrawForm(
                HeadingPart.empty(division),
                TimesPart.empty(),
                SeatsPart.empty(),
                RulesPart.empty(),
                null,
                clientKey);
    }

    NewDrawForm withPool(String text) {
        return new NewDrawForm(heading, times, seats, rules, text, clientKey);
    }

    /** Reads what can be read, and tells of every field that cannot. */
    DrawFormReading.Read read(Instant now) {
        return new DrawFormReading(this).read(now);
    }
}
