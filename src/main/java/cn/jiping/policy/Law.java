package cn.jiping.policy;

import java.time.LocalDate;
import java.util.Optional;

/** 一地一日之法: what the book says in one jurisdiction on one day. */
public record Law(LawBook book, Jurisdiction jurisdiction, LocalDate on) {

    /**
     * The page in force; the national one where the province has none.
     *
     * @throws NoRule where neither has one on that day
     */
    public <T extends Terms> InForce<T> require(Class<T> page) {
        return find(page).orElseThrow(() -> NoRule.of(jurisdiction, on));
    }

    public <T extends Terms> Optional<InForce<T>> find(Class<T> page) {
        return book.find(page, jurisdiction, on);
    }

    /** The day's own province page, without falling back to the national one. */
    public <T extends Terms> Optional<InForce<T>> findOwn(Class<T> page) {
        return book.findOwn(page, jurisdiction, on);
    }

    /** The same place on another day: a rule may look at the law of a later step. */
    public Law on(LocalDate day) {
        return new Law(book, jurisdiction, day);
    }

    public WorkingDays workingDays() {
        return book.workingDays();
    }
}
