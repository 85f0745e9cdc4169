package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

interface RosterStore {
    /** False if the registration stands on the roster already. */
    boolean insert(Entry entry, Instant at);

    /** False if it does not stand there, or left before. */
    boolean leave(SessionId session, UUID id, Instant at);

    /** The session in which somebody sits who was moved out of this one. */
    Optional<SessionId> loadMovedTo(SessionId session, UUID id);

    Optional<Entry> loadEntry(SessionId session, UUID id);

    /** Everybody of a city who has not left, in the order they came. */
    List<Entry> loadEntries(SessionId session, DivisionCode city);

    /** How many sit for which occupation. */
    Map<String, Integer> countByOccupation(Scope scope, SessionId session, DivisionCode city);

    Optional<CityExam> load(SessionId session, DivisionCode city);

    List<CityExam> list(Scope scope, SessionId session);

    /** Everything of the city's seats anew; false if somebody was faster. */
    boolean rearrange(CityExam exam, List<Ticketed> seats, int seen);

    /** How many tasks to seat those who came to the city have ended. */
    int loadTasksEnded(SessionId session, DivisionCode city);

    void taskEnded(SessionId session, DivisionCode city);

    /** The next running number of the city's tickets. */
    int nextNumber(SessionId session, DivisionCode city, Signature by);

    /** Who changed its seats last, be it the program. */
    Optional<Signature> loadHand(SessionId session, DivisionCode city);

    void insertSeat(CityExam exam, Ticketed seat);

    void deleteSeat(SessionId session, UUID examinee);

    List<Seated> loadSeats(SessionId session, DivisionCode city);

    /** Every seat of the city, by room and number. */
    List<SeatView> exportSeats(Scope scope, SessionId session, DivisionCode city);

    /** Those of one room, by number. */
    List<SeatView> listSeatsIn(Scope scope, SessionId session, DivisionCode city, UUID room);

    /** The seats whose ticket or name holds the text, by room and number. */
    Slice<SeatView> listSeats(
            Scope scope, SessionId session, DivisionCode city, String text, Paging paging);

    Optional<SeatView> loadSeat(SessionId session, UUID examinee);

    /** The sessions somebody sits in, the latest first; not those they were moved out of. */
    List<Entry> listOf(Scope scope, PersonId person);

    /** A seat with the number of its ticket and the printed name of its room. */
    record Ticketed(Seated seat, String room, String ticket) {}
}
