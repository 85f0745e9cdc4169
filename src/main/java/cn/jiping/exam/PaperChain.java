package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Office;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 试卷交接: packets of papers from the demand of the city to the return of the answer sheets, each step
 * between two persons. Whatever is missing or broken on the way becomes an incident and a task.
 */
@Service
public class PaperChain {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_NOTE = 200;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private static final Comparator<WaitingPackets> IN_ORDER =
            Comparator.comparing((WaitingPackets one) -> one.from() != null)
                    .thenComparing(WaitingPackets::step)
                    .thenComparing(one -> one.packets().getFirst().place().sitting());

    private final DayAccess access;
    private final ExamDays days;
    private final PaperStore store;
    private final ChainBreaks breaks;
    private final ExamDues dues;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PaperChain(
            DayAccess access,
            ExamDays days,
            PaperStore store,
            ChainBreaks breaks,
            ExamDues dues,
            AuditTrail audit,
            BusinessClock clock) {
        this.access = access;
        this.days = days;
        this.store = store;
        this.breaks = breaks;
        this.dues = dues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * 试卷需求: one packet for each written sitting in each room; done again it adds what is new.
     *
     * @throws PapersRefused before the seats are arranged, or by another than the city
     */
    @Transactional
    public int demand(Actor actor, SessionId session, DivisionCode city) {
        var here = access.require(actor, session, city);
        requireOffice(actor, PaperStep.DEMANDED);
        var written =
                days.sittings(actor, session, city).stream()
                        .filter(one -> !one.place().sitting().practical())
                        .toList();
        if (written.isEmpty()) {
            throw PapersRefused.noSeats();
        }
        var number = TicketNumbers.of(here.session(), city).start();
        var known = store.list(here.scope(), session, city).size();
        var fresh = 0;
        for (var one : written) {
            fresh += store.insert(packet(one, number, known + fresh + 1)) ? 1 : 0;
        }
        if (fresh > 0) {
            audit.record(
                    actor,
                    Act.of("exam.papers-demanded", "session", session)
                            .in(city)
                            .changing("packets", null, fresh));
        }
        return fresh;
    }

    private static Packet packet(RoomSitting sitting, String number, int running) {
        return new Packet(
                Ids.next(),
                sitting.place(),
                sitting.roomName(),
                number + "%03d".formatted(running),
                sitting.expected(),
                PaperStep.DEMANDED,
                List.of());
    }

    /** Who gave to whom; the note may be empty. */
    public record Handing(String giver, String taker, String note) {}

    /** One packet as it was handed over. */
    public record Line(UUID packet, int sheets, Seal seal) {}

    /**
     * 交接: the packets take the step together; one that has taken it already stays as it is, and one
     * that is missing stays where it was.
     *
     * @return how many were not in order
     * @throws PapersRefused if a step was left out, it is another's, or it is too early to open or
     *     to collect
     */
    @Transactional
    public int hand(
            Actor actor,
            SessionId session,
            DivisionCode city,
            PaperStep step,
            Handing handing,
            List<Line> lines) {
        var here = access.require(actor, session, city);
        requireOffice(actor, step);
        check(handing, lines);
        var packets =
                store.list(here.scope(), session, city).stream()
                        .collect(Collectors.toMap(Packet::id, Function.identity()));
        var present = present(actor, session, city);
        var broken = 0;
        for (var line : lines) {
            var packet = packets.get(line.packet());
            if (packet == null) {
                throw new NotFound("packet", line.packet());
            }
            if (packet.step().compareTo(step) < 0) {
                broken += take(actor, here, packet, step, handing, line, present) ? 1 : 0;
            }
        }
        audit.record(
                actor,
                Act.of("exam.papers-handed", "session", session)
                        .in(city)
                        .changing("step", null, step)
                        .changing("giver", null, handing.giver().strip())
                        .changing("taker", null, handing.taker().strip())
                        .changing("packets", null, lines.size())
                        .changing("broken", null, broken));
        if (step == PaperStep.RETURNED && allReturned(here, session, city)) {
            dues.met(actor, session, city, ExamDue.ANSWER_SHEETS);
        }
        return broken;
    }

    private static void requireOffice(Actor actor, PaperStep step) {
        var role = actor.role();
        if (role != null && (role.office() == Office.PROVINCE) != step.ofProvince()) {
            throw PapersRefused.notYours(step.ofProvince());
        }
    }

    private static void check(Handing handing, List<Line> lines) {
        InvalidInput.requireAll(
                () -> requireName("giver", handing.giver()),
                () -> requireName("taker", handing.taker()),
                () -> requireTwo(handing),
                () -> requireNote(handing.note()),
                () -> requireLines(lines));
    }

    private static void requireName(String field, String name) {
        var given = name.strip();
        if (given.isEmpty()
                || given.length() > LONGEST_NAME
                || given.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of(field, "exam.person-name", LONGEST_NAME);
        }
    }

    private static void requireTwo(Handing handing) {
        var giver = handing.giver().strip();
        if (!giver.isEmpty() && giver.equals(handing.taker().strip())) {
            throw InvalidInput.of("taker", "exam.two-persons");
        }
    }

    private static void requireNote(String note) {
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("note", "exam.note", LONGEST_NOTE);
        }
    }

    private static void requireLines(List<Line> lines) {
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.sheets() < 0)) {
            throw InvalidInput.of("lines", "exam.packets");
        }
    }

    /** How many of each sitting came, by place. */
    private Map<SittingPlace, Integer> present(Actor actor, SessionId session, DivisionCode city) {
        return days.sittings(actor, session, city).stream()
                .collect(Collectors.toMap(RoomSitting::place, RoomSitting::present));
    }

    /** True if something about it was not in order. */
    private boolean take(
            Actor actor,
            DayAccess.Here here,
            Packet packet,
            PaperStep step,
            Handing handing,
            Line line,
            Map<SittingPlace, Integer> present) {
        if (packet.step().next().filter(step::equals).isEmpty()) {
            throw PapersRefused.outOfOrder(packet.number());
        }
        requireTime(here, packet, step);
        var session = here.session().id();
        var missing = line.seal() == Seal.MISSING;
        if (!missing && !store.move(session, packet.id(), packet.step(), step)) {
            return false;
        }
        var handed =
                new Packet.Handed(
                        step,
                        handing.giver().strip(),
                        handing.taker().strip(),
                        missing ? 0 : line.sheets(),
                        line.seal(),
                        handing.note().strip(),
                        Signature.of(actor, clock.now()));
        store.insertStep(session, packet.place().city(), packet.id(), handed);
        var wanted =
                step == PaperStep.COLLECTED
                        ? present.getOrDefault(packet.place(), 0)
                        : packet.sheetsBefore();
        var broken = line.seal() != Seal.INTACT || line.sheets() != wanted;
        if (broken) {
            breaks.record(actor, here, packet, handed, wanted);
        }
        return broken;
    }

    private void requireTime(DayAccess.Here here, Packet packet, PaperStep step) {
        var sitting = packet.place().sitting();
        var from = from(here, step, sitting);
        if (from != null) {
            throw PapersRefused.early(
                    step,
                    packet.number(),
                    MOMENT.format(from),
                    days.window(here, sitting).source());
        }
    }

    /**
     * Before when the step is too early; null if it may be taken now. Nothing is opened before
     * people may come in, and nothing collected while somebody still may.
     */
    private @Nullable Instant from(DayAccess.Here here, PaperStep step, Sitting sitting) {
        if (!step.bySitting()) {
            return null;
        }
        var window = days.window(here, sitting);
        var from =
                step == PaperStep.OPENED || window.starts() == null
                        ? window.opens()
                        : window.until();
        return clock.now().isBefore(from) ? from : null;
    }

    private boolean allReturned(DayAccess.Here here, SessionId session, DivisionCode city) {
        return store.list(here.scope(), session, city).stream()
                .allMatch(packet -> packet.step() == PaperStep.RETURNED);
    }

    /** The packets of a city with every step they took, by number. */
    @Transactional(readOnly = true)
    public List<Packet> list(Actor actor, SessionId session, DivisionCode city) {
        return store.list(access.require(actor, session, city).scope(), session, city);
    }

    /**
     * What the actor's office may enter next, each sitting for itself once it is at its room: what
     * may be entered now before what is still to come.
     */
    @Transactional(readOnly = true)
    public List<WaitingPackets> waiting(Actor actor, SessionId session, DivisionCode city) {
        var here = access.require(actor, session, city);
        var role = actor.role();
        if (role == null) {
            return List.of();
        }
        var ofProvince = role.office() == Office.PROVINCE;
        return store.list(here.scope(), session, city).stream()
                .flatMap(
                        packet -> packet.step().next().map(step -> new Next(step, packet)).stream())
                .filter(next -> next.step().ofProvince() == ofProvince)
                .collect(Collectors.groupingBy(Next::together))
                .values()
                .stream()
                .map(together -> waiting(here, together))
                .sorted(IN_ORDER)
                .toList();
    }

    /** 下一步, of one packet. */
    private record Next(PaperStep step, Packet packet) {
        Sitting sitting() {
            return packet.place().sitting();
        }

        /** Alike for packets that may take the step together. */
        List<Object> together() {
            return step.bySitting() ? List.of(step, sitting()) : List.of(step);
        }
    }

    private WaitingPackets waiting(DayAccess.Here here, List<Next> together) {
        var first = together.getFirst();
        return new WaitingPackets(
                first.step(),
                first.step().bySitting() ? first.sitting() : null,
                from(here, first.step(), first.sitting()),
                together.stream().map(Next::packet).toList());
    }

    /** How many packets of each city stand at each step, of the cities the actor sees. */
    @Transactional(readOnly = true)
    public Map<DivisionCode, Map<PaperStep, Integer>> counts(Actor actor, SessionId session) {
        return store.countBySteps(actor.scope(), session);
    }
}
