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

/** Reads a {@link NewDrawForm} field by field and gathers what cannot be read. */
final class DrawFormReading {
    private static final String SUBJECT_TYPE = "manual";

    private final List<Fault> faults = new ArrayList<>();
    private final NewDrawForm form;
    private final NewDrawForm.HeadingPart heading;
    private final NewDrawForm.TimesPart times;
    private final NewDrawForm.SeatsPart seats;
    private final NewDrawForm.RulesPart rules;

    DrawFormReading(NewDrawForm form) {
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
                blank(times.openFrom()) ? now : moment(times.openFrom(), "times.openFrom", now));
    }

    private Instant moment(@Nullable String given, String field, Instant otherwise) {
        var read =
                parsed(
                        text(given, field),
                        field,
                        "draw.moment",
                        text -> LocalDateTime.parse(text).atZone(BusinessClock.ZONE).toInstant());
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

    private void quota(NewDrawForm.QuotaPart part, String field, List<Quota> quotas) {
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
        faults.add(new Fault(field, code, List.of(NewDrawForm.named(field))));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
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
                        .noneMatch(field ->
                                field.equals(NewDrawForm.POOL) || field.startsWith("rules."));
            }
            var restsOn =
                    fault.code().equals("draw.seat-without-body")
                            ? NewDrawForm.BODY
                            : fault.field();
            return restsOn.equals(NewDrawForm.POOL)
                    || faults.stream().map(Fault::field).noneMatch(restsOn::equals);
        }
    }
}
