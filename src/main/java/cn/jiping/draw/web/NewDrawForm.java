package cn.jiping.draw.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.DrawAnnouncement;
import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Place;
import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.DrawAnnouncement.Predecessor;
import cn.jiping.draw.DrawAnnouncement.PublicSource;
import cn.jiping.draw.DrawAnnouncement.Seat;
import cn.jiping.draw.DrawAnnouncement.Seats;
import cn.jiping.draw.DrawAnnouncement.Subject;
import cn.jiping.draw.DrawAnnouncement.Times;
import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawRules;
import cn.jiping.draw.DrawRules.Grouping;
import cn.jiping.draw.DrawRules.Quota;
import cn.jiping.draw.DrawRules.Spread;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private static final String SUBJECT_TYPE = "manual";
    private static final String POOL = "pool";
    private static final String BODY = "heading.body";

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
    Read read(Instant now) {
        return new Reading(this).read(now);
    }

    /**
     * 读出的公告: with something harmless in place of what could not be read.
     *
     * @param faults empty if the announcement is what was meant
     */
    record Read(DrawAnnouncement announcement, List<Fault> faults) {
        /** Faults of rules and pool together, which say nothing while either is not understood. */
        private static final Set<String> OF_THE_WHOLE =
                Set.of(
                        "draw.pool-empty",
                        "draw.pool-too-small",
                        "draw.quotas-exceed-drawn",
                        "draw.quota-unreachable",
                        "draw.rules-impossible");

        /** Whether the fault is more than an echo of what could not be read. */
        boolean canJudge(Fault fault) {
            if (OF_THE_WHOLE.contains(fault.code())) {
                return faults.stream()
                        .map(Fault::field)
                        .noneMatch(field -> field.equals(POOL) || field.startsWith("rules."));
            }
            var restsOn = fault.code().equals("draw.seat-without-body") ? BODY : fault.field();
            return restsOn.equals(POOL)
                    || faults.stream().map(Fault::field).noneMatch(restsOn::equals);
        }
    }

    /** Reads field by field and gathers what cannot be read. */
    private static final class Reading {
        private final List<Fault> faults = new ArrayList<>();
        private final NewDrawForm form;
        private final HeadingPart heading;
        private final TimesPart times;
        private final SeatsPart seats;
        private final RulesPart rules;

        Reading(NewDrawForm form) {
            this.form = form;
            this.heading = form.heading();
            this.times = form.times();
            this.seats = form.seats();
            this.rules = form.rules();
        }

        Read read(Instant now) {
            var head = heading();
            var terms = times(now);
            var parties =
                    new Seats(
                            new Seat(Seat.Sitter.AUTHORITY, text(seats.labelA(), "seats.labelA")),
                            new Seat(sitterB(), text(seats.labelB(), "seats.labelB")));
            var source =
                    new PublicSource(
                            PublicSource.Origin.EXTERNAL_REFERENCE,
                            text(seats.what(), "seats.what"),
                            text(seats.lookUp(), "seats.lookUp"));
            var given = rules();
            var pool = pool();
            var key = text(form.clientKey(), "clientKey");
            return new Read(
                    new DrawAnnouncement(head, terms, parties, source, given, pool, key),
                    List.copyOf(faults));
        }

        private Heading heading() {
            return new Heading(
                    text(heading.purpose(), "heading.purpose"),
                    text(heading.title(), "heading.title"),
                    new Subject(SUBJECT_TYPE, text(heading.subject(), "heading.subject")),
                    new Place(
                            parsed(
                                    text(heading.division(), "heading.division"),
                                    "heading.division",
                                    "draw.division",
                                    DivisionCode::new),
                            blank(heading.body())
                                    ? null
                                    : parsed(
                                            text(heading.body(), "heading.body"),
                                            "heading.body",
                                            "draw.body",
                                            BodyId::of)),
                    basis(),
                    "true".equals(heading.namesPublished()),
                    predecessor());
        }

        private Source basis() {
            var document = text(heading.document(), "heading.document");
            var clause = text(heading.clause(), "heading.clause");
            return document.isEmpty() || clause.isEmpty()
                    ? new Source.Practice("?")
                    : new Source.Clause(document, clause);
        }

        private @Nullable Predecessor predecessor() {
            if (blank(heading.predecessor())) {
                return null;
            }
            var draw =
                    parsed(
                            text(heading.predecessor(), "heading.predecessor"),
                            "heading.predecessor",
                            "draw.predecessor",
                            DrawId::of);
            var reason = text(heading.reason(), "heading.reason");
            return draw == null ? null : new Predecessor(draw, reason);
        }

        private Times times(Instant now) {
            return new Times(
                    moment(times.commitBy(), "times.commitBy", now),
                    moment(times.valueFrom(), "times.valueFrom", now),
                    moment(times.revealBy(), "times.revealBy", now),
                    blank(times.openFrom())
                            ? now
                            : moment(times.openFrom(), "times.openFrom", now));
        }

        private Instant moment(@Nullable String given, String field, Instant otherwise) {
            var read =
                    parsed(
                            text(given, field),
                            field,
                            "draw.moment",
                            text ->
                                    LocalDateTime.parse(text)
                                            .atZone(BusinessClock.ZONE)
                                            .toInstant());
            return read == null ? otherwise : read;
        }

        private Seat.Sitter sitterB() {
            return Stream.of(Seat.Sitter.values())
                    .filter(sitter -> sitter.name().equals(seats.kindB()))
                    .findAny()
                    .orElseGet(() -> {
                        fault("seats.kindB", "draw.choose");
                        return Seat.Sitter.AUDITOR;
                    });
        }

        private DrawRules rules() {
            var quotas = new ArrayList<Quota>();
            quota(rules.first(), "rules.first", quotas);
            quota(rules.second(), "rules.second", quotas);
            quota(rules.third(), "rules.third", quotas);
            return new DrawRules(
                    count(rules.drawn(), "rules.drawn", null, 0),
                    count(rules.alternates(), "rules.alternates", 0, 0),
                    quotas.isEmpty() ? null : new Grouping(PoolText.GROUP, quotas),
                    blank(rules.perEmployer())
                            ? null
                            : new Spread(
                                    PoolText.EMPLOYER,
                                    count(rules.perEmployer(), "rules.perEmployer", null, 1)));
        }

        private void quota(QuotaPart part, String field, List<Quota> quotas) {
            if (blank(part.value()) && blank(part.atLeast()) && blank(part.atMost())) {
                return;
            }
            var before = faults.size();
            var quota =
                    new Quota(
                            text(part.value(), field + ".value"),
                            count(part.atLeast(), field + ".atLeast", 0, 0),
                            blank(part.atMost())
                                    ? null
                                    : count(part.atMost(), field + ".atMost", null, 0));
            if (faults.size() == before) {
                quotas.add(quota);
            }
        }

        private int count(
                @Nullable String given, String field, @Nullable Integer ifBlank, int ifWrong) {
            if (blank(given) && ifBlank != null) {
                return ifBlank;
            }
            var text = Objects.requireNonNullElse(given, "").strip();
            if (!text.matches("[0-9]{1,6}")) {
                fault(field, "draw.count");
                return ifWrong;
            }
            return Integer.parseInt(text);
        }

        private Pool pool() {
            var read = PoolText.read(Objects.requireNonNullElse(form.pool(), ""));
            faults.addAll(read.faults());
            return read.pool();
        }

        private String text(@Nullable String given, String field) {
            if (given == null || given.isBlank()) {
                fault(field, "draw.needed");
                return "";
            }
            return given.strip();
        }

        private <T> @Nullable T parsed(
                String text, String field, String code, Function<String, T> parser) {
            if (text.isEmpty()) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                fault(field, code);
                return null;
            }
        }

        private void fault(String field, String code) {
            faults.add(new Fault(field, code, List.of(named(field))));
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
