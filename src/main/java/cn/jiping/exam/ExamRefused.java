package cn.jiping.exam;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 考务拒绝: why an arrangement was not made or a ticket not given. */
public final class ExamRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ExamRefused(String code, @Nullable Source source, Object... arguments) {
        super("exam." + code, source, arguments);
    }

    static ExamRefused notFinalYet(LocalDate payUntil, Source source) {
        return new ExamRefused("not-final-yet", source, payUntil.toString());
    }

    static ExamRefused ticketsOut(LocalDate ticketFrom, Source source) {
        return new ExamRefused("tickets-out", source, ticketFrom.toString());
    }

    static ExamRefused tooFewSeats(int candidates, int seats) {
        return new ExamRefused("too-few-seats", null, candidates, seats);
    }

    static ExamRefused nobody() {
        return new ExamRefused("nobody", null);
    }

    static ExamRefused notForTheory(String site) {
        return new ExamRefused("site-not-for-theory", null, site);
    }

    static ExamRefused siteElsewhere(String site) {
        return new ExamRefused("site-elsewhere", null, site);
    }

    static ExamRefused noSeatYet() {
        return new ExamRefused("no-seat-yet", null);
    }

    static ExamRefused ticketWindow(LocalDate from, LocalDate until, Source source) {
        return new ExamRefused("ticket-window", source, from.toString(), until.toString());
    }

    static ExamRefused seatsFirst() {
        return new ExamRefused("seats-first", null);
    }

    static ExamRefused siteClosed(String site) {
        return new ExamRefused("site-closed", null, site);
    }

    static ExamRefused siteNotAuthorised(String site, String occupation) {
        return new ExamRefused("site-not-authorised", null, site, occupation);
    }

    static ExamRefused practicalDay(LocalDate from, LocalDate until, Source source) {
        return new ExamRefused("practical-day", source, from.toString(), until.toString());
    }

    static ExamRefused practicalClash(String from, String until, Source source) {
        return new ExamRefused("practical-clash", source, from, until);
    }

    static ExamRefused practicalBegun() {
        return new ExamRefused("practical-begun", null);
    }

    /** {@code groups}: the cities and occupations, in words. */
    static ExamRefused groupsUndecided(String groups, int threshold, Source source) {
        return new ExamRefused("groups-undecided", source, groups, threshold);
    }

    static ExamRefused groupSettled() {
        return new ExamRefused("group-settled", null);
    }

    static ExamRefused nothingProposed() {
        return new ExamRefused("nothing-proposed", null);
    }

    static ExamRefused pooledTooFew(String city, int together, int threshold, Source source) {
        return new ExamRefused("pooled-too-few", source, city, together, threshold);
    }

    static ExamRefused reportedAlready(String city) {
        return new ExamRefused("reported-already", null, city);
    }

    static ExamRefused notReported(String city) {
        return new ExamRefused("not-reported", null, city);
    }
}
