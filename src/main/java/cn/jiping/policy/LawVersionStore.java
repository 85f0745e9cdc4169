package cn.jiping.policy;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Law belongs to no place: versions are the same for everybody, so no scope is asked for. */
interface LawVersionStore {
    /** Keeps the files of a book; one that is kept already stays as it is. */
    void keep(String book, SortedMap<String, String> files);

    /** The files of a kept book; empty if there is none. */
    SortedMap<String, String> loadFiles(String book);

    /** False if a program brought that book along before. */
    boolean addProgramLaw(String book, Instant at);

    /** What the program before this one brought along. */
    Optional<String> loadProgramLawBefore(String book);

    Optional<Pointer> loadInForce();

    /** Until the transaction ends no draft is activated; any number of decisions hold it so. */
    void lockAgainstActivation();

    /** Waits for the decisions being taken and lets no other begin until the transaction ends. */
    void lockAgainstDecisions();

    /**
     * Puts the version into force in place of the one seen.
     *
     * @return false if another is in force by now
     */
    boolean putInForce(@Nullable Pointer seen, LawVersion version, @Nullable Accounts accounts);

    Optional<LawVersion> loadVersion(int number);

    List<LawVersion> loadVersions(Paging paging);

    int loadNumberOfVersions();

    /** Tells all processes that the calendar has changed. */
    void changeCalendar();

    /** The row that every process looks at. */
    record Pointer(int number, String book, boolean byPeople, int calendar) {}

    /** Who proposed and who confirmed. */
    record Accounts(AccountId proposer, AccountId confirmer) {}
}
