package cn.jiping.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the demo keeps of the season it plays, so that it goes on where it was cut off. */
interface SeasonStore {
    Set<String> loadFinished();

    void finish(String chapter, Instant at);

    /** Nothing happens if it is there. */
    void add(Happening happening);

    List<Happening> loadHappenings();
}
