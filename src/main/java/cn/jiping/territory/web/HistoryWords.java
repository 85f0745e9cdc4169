package cn.jiping.territory.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.Decree;
import cn.jiping.territory.DivisionChange;
import cn.jiping.territory.DivisionChange.Authorised;
import cn.jiping.territory.DivisionChange.Began;
import cn.jiping.territory.DivisionChange.Ceded;
import cn.jiping.territory.DivisionChange.Ended;
import cn.jiping.territory.DivisionChange.Moved;
import cn.jiping.territory.DivisionChange.Renamed;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import cn.jiping.territory.Territories.Withdrawal;
import cn.jiping.territory.Territories.WithdrawnChange;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a decree did to a place, as seen from that place or from another. */
@Component
class HistoryWords {
    private final MessageSource messages;
    private final Territories territories;
    private final BusinessClock clock;

    HistoryWords(MessageSource messages, Territories territories, BusinessClock clock) {
        this.messages = messages;
        this.territories = territories;
        this.clock = clock;
    }

    /** One line of a place's history; with its withdrawal, if it did not come to pass. */
    record Line(Decree decree, String text, @Nullable Withdrawal withdrawal) {
        /** Whether it is still to come, seen from the day. */
        boolean liesAhead(LocalDate day) {
            return withdrawal == null && day().isAfter(day);
        }

        LocalDate day() {
            var on = decree.on();
            return on == null ? LocalDate.MIN : on;
        }
    }

    Line line(DivisionChange change, DivisionCode seenFrom) {
        return new Line(change.decree(), told(change, seenFrom), null);
    }

    Line line(WithdrawnChange withdrawn, DivisionCode seenFrom) {
        var change = withdrawn.change();
        return new Line(change.decree(), told(change, seenFrom), withdrawn.withdrawal());
    }

    private String told(DivisionChange change, DivisionCode seenFrom) {
        return change.code().equals(seenFrom) ? said(change) : saidBy(change);
    }

    /** Names the place it happened to. */
    String full(DivisionChange change) {
        return named(change.code(), day(change)) + "：" + said(change);
    }

    private String said(DivisionChange change) {
        return switch (change.fact()) {
            case Began(var name, _, var parent, _) ->
                    parent == null
                            ? text("began-at-the-top", name)
                            : text("began", name, named(parent, day(change)));
            case Renamed(var name) -> text("renamed", name);
            case Moved(var parent) -> text("moved", named(parent, day(change)));
            case Ended(var heir) -> text("ended", named(heir, day(change)));
            case Ceded(var to) -> text("ceded", named(to, day(change)));
            case Authorised(var authorised) -> text(authorised ? "authorised" : "unauthorised");
        };
    }

    private String saidBy(DivisionChange change) {
        var from = named(change.code(), day(change));
        return change.fact() instanceof Ended ? text("inherited", from) : text("received", from);
    }

    /** The day of the change; what was so before our records is named as it is today. */
    private LocalDate day(DivisionChange change) {
        var on = change.decree().on();
        return on == null ? clock.today() : on;
    }

    String named(DivisionCode code, LocalDate on) {
        return territories.findEver(code, on).map(d -> d.name() + " " + code).orElse(code.value());
    }

    String level(DivisionLevel level) {
        return messages.getMessage(
                "page.territory.level." + level, null, Locale.SIMPLIFIED_CHINESE);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(
                "page.territory.fact." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
