package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.Territories.WithdrawnChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The records of the tree; they belong to no place, so no scope narrows them. */
interface TerritoryStore {
    Revision loadRevision();

    /** Every change not withdrawn. */
    List<DivisionChange> loadChanges();

    /** Every change of withdrawn decrees that name the place, in the order they were recorded. */
    List<WithdrawnChange> loadWithdrawn(DivisionCode place);

    /** Every change of the decree, if it was withdrawn. */
    List<WithdrawnChange> loadWithdrawn(UUID decree);

    /** Passes from one revision to the next; false if somebody else did so before. */
    boolean advance(UUID from, Revision to);

    void append(Decree decree, List<DivisionChange> changes);

    void withdraw(UUID decree, String reason, Revision by);

    /** One state of the records, and who made it. */
    record Revision(UUID value, String by, Instant at) {}
}
