package cn.jiping.audit;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 审计记录: where every act is written, in the transaction of the act itself. ID numbers and phones
 * come in masked; the trail is no second place to read them.
 */
@Service
public class AuditTrail {
    private final ActStore acts;
    private final Clock clock;
    private final BusinessClock businessClock;

    AuditTrail(ActStore acts, Clock clock, BusinessClock businessClock) {
        this.acts = acts;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    /** Writes the act; must be called inside the transaction that does it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Act act) {
        var payload = Payload.of(actor, act);
        acts.insert(
                new RecordedAct(
                        Ids.next(),
                        times(),
                        RecordedAct.Doer.of(actor),
                        act.code(),
                        RecordedAct.Subject.of(act),
                        payload.digest()),
                payload);
    }

    // PostgreSQL keeps microseconds; more would make the stored row differ from the hashed one
    private RecordedAct.Times times() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new RecordedAct.Times(
                LocalDate.ofInstant(now, BusinessClock.ZONE),
                now,
                businessClock.now().truncatedTo(ChronoUnit.MICROS));
    }
}
