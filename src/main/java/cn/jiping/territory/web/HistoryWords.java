package cn.jiping.territory.web;

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
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a decree did to a place, as seen from that place or from another. */
@Component
class HistoryWords {
    private final MessageSource messages;
    private final Territories territories;

    HistoryWords(MessageSource messages, Territories territories) {
        this.messages = messages;
        this.territories = territories;
    }

    /** One line of a place's history. */
    record Line(Decree decree, String text) {}

    Line line(DivisionChange change, DivisionCode seenFrom) {
        var own = change.code().equals(seenFrom);
        return new Line(change.decree(), own ? said(change) : saidBy(change));
    }

    /** Names the place it happened to. */
    String full(DivisionChange change) {
        return named(change.code()) + "：" + said(change);
    }

    private String said(DivisionChange change) {
        return switch (change.fact()) {
            case Began(var name, _, var parent, _) ->
                    parent == null
                            ? text("began-at-the-top", name)
                            : text("began", name, named(parent));
            case Renamed(var name) -> text("renamed", name);
            case Moved(var parent) -> text("moved", named(parent));
            case Ended(var heir) -> text("ended", named(heir));
            case Ceded(var to) -> text("ceded", named(to));
            case Authorised(var authorised) -> text(authorised ? "authorised" : "unauthorised");
        };
    }

    private String saidBy(DivisionChange change) {
        var from = named(change.code());
        return change.fact() instanceof Ended ? text("inherited", from) : text("received", from);
    }

    String named(DivisionCode code) {
        return territories.findEver(code).map(d -> d.name() + " " + code).orElse(code.value());
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
