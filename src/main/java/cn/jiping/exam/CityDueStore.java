package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

interface CityDueStore {
    record Key(SessionId session, DivisionCode city, ExamDue what) {}

    /** Nothing happens if it is planned already. */
    void plan(Key key, Instant opensAt);

    List<Key> loadUnopened(Instant now);

    Optional<Instant> loadNextOpening(Instant after);

    /** False if somebody else opened it. */
    boolean open(Key key, Instant at, Finding<LocalDate> due);

    /** Opens anew what was done, because more of it has come; false if it is not done. */
    boolean reopen(Key key, Instant at);

    Optional<Instant> loadOpened(Key key);

    /** Takes away what turned out to be no duty. */
    void drop(Key key);

    /** Takes away what is open, because nobody is left for it; false if nothing is open. */
    boolean withdraw(Key key);

    /** False if it is done already. */
    boolean meet(Key key, Instant at);

    List<CityDue> list(Scope scope, SessionId session);
}
