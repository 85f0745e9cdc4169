package cn.jiping.exam;

import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Signature;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 到考更正: who was marked as present or absent by mistake. */
@Service
public class AttendanceCorrections {
    private final DayAccess access;
    private final SeatsBySitting seats;
    private final AttendanceStore store;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AttendanceCorrections(
            DayAccess access,
            SeatsBySitting seats,
            AttendanceStore store,
            AuditTrail audit,
            BusinessClock clock) {
        this.access = access;
        this.seats = seats;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * 更正到考情况: somebody signed in by mistake is not any more, or is absent once the sitting is
     * closed; somebody absent by mistake was there.
     *
     * @throws DayRefused if nothing is marked of them
     * @throws PapersRefused once the answer sheets of the sitting are with the province
     */
    @Transactional
    public void correct(Actor actor, SittingPlace place, UUID examinee, String reason) {
        var why = SmallGroups.requireReason(reason);
        var here = access.require(actor, place.session(), place.city());
        var seat =
                seats.at(here, place).stream()
                        .filter(one -> one.examinee().equals(examinee))
                        .findAny()
                        .orElseThrow(() -> new NotFound("examinee", examinee));
        access.requireNotHandedOver(place);
        var open = store.hold(place);
        var mark =
                store.loadMark(place.session(), examinee, place.sitting())
                        .orElseThrow(DayRefused::notMarked);
        var becomes = opposite(mark.state(), open);
        if (becomes == null) {
            store.delete(place, examinee);
        } else {
            store.change(place, examinee, becomes, Signature.of(actor, clock.now()));
        }
        audit.record(
                actor,
                ExamDays.act("attendance-corrected", place, seat)
                        .changing("attendance", mark.state(), becomes)
                        .because(why));
    }

    private static @Nullable Attendance opposite(Attendance state, boolean open) {
        return switch (state) {
            case PRESENT -> open ? null : Attendance.ABSENT;
            case ABSENT -> Attendance.PRESENT;
        };
    }
}
