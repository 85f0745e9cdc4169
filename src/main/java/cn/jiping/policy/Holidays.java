package cn.jiping.policy;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 放假安排: the official arrangements that were loaded after the program was made. */
@Service
public class Holidays {
    private static final int FIRST = 2010;
    private static final int LAST = 2099;
    private static final int LONGEST_SOURCE = 200;

    private final HolidayStore store;
    private final LawVersionStore versions;
    private final BookInForce inForce;
    private final LawSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Holidays(
            HolidayStore store,
            LawVersionStore versions,
            BookInForce inForce,
            LawSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.inForce = inForce;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was loaded last for each year, newest year first. */
    @Transactional(readOnly = true)
    public List<HolidayArrangement> loaded() {
        return store.loadLatest();
    }

    /** Whether working days of the year can be counted. */
    public boolean knows(int year) {
        return inForce.book().workingDays().knows(year);
    }

    /**
     * The days of a file, nothing kept yet.
     *
     * @throws LawFaulty with everything that is wrong
     * @throws InvalidInput naming the year if it is out of range
     */
    public List<HolidayArrangement.Day> check(int year, String file, byte[] content) {
        if (year < FIRST || year > LAST) {
            throw InvalidInput.of("year", "holiday.year", FIRST, LAST);
        }
        if (content.length > settings.fileBytes()) {
            throw LawFaulty.of(LawFault.of(file, "too-large"));
        }
        return new HolidayFile(year, file).read(content);
    }

    /**
     * Puts the arrangement into force for every process.
     *
     * @param source the announcement it was taken from
     * @throws LawFaulty with everything that is wrong
     * @throws InvalidInput naming the year or the source
     */
    @Transactional
    public void load(Actor actor, int year, String source, String file, byte[] content) {
        var days = check(year, file, content);
        var from = source.strip();
        if (from.isEmpty() || from.length() > LONGEST_SOURCE) {
            throw InvalidInput.of("source", "holiday.source");
        }
        var arrangement =
                new HolidayArrangement(Ids.next(), year, from, days, actor.name(), clock.instant());
        store.add(arrangement);
        versions.changeCalendar();
        inForce.lookAgain();
        audit.record(
                actor,
                Act.of("policy.holidays-loaded", "holiday-arrangement", arrangement.id())
                        .changing("year", null, year)
                        .changing("days", null, days.size())
                        .because(from));
    }
}
