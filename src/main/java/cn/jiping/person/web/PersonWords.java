package cn.jiping.person.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.person.PersonState;
import cn.jiping.person.PersonView;
import cn.jiping.person.Place;
import cn.jiping.person.SkillEntry;
import cn.jiping.shared.Sex;
import cn.jiping.territory.Territories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what the record of a person holds. */
@Component
class PersonWords {
    private final MessageSource messages;
    private final Territories territories;
    private final BusinessClock clock;

    PersonWords(MessageSource messages, Territories territories, BusinessClock clock) {
        this.messages = messages;
        this.territories = territories;
        this.clock = clock;
    }

    /** One line of where the person has dealings. */
    record DealingLine(String place, String why, LocalDate since) {}

    /** One line of the skill record. */
    record SkillLine(String what, String kind, SkillEntry entry) {}

    DealingLine dealing(PersonView.Dealing dealing) {
        var place =
                switch (dealing.place()) {
                    case Place.OfDivision(var code) ->
                            territories.fullName(code, clock.today()) + " " + code;
                    case Place.OfBody(var id) -> text("page.person.body", id.toString());
                };
        return new DealingLine(
                place, said("page.person.why." + dealing.why(), dealing.why()), dealing.since());
    }

    SkillLine skill(SkillEntry entry) {
        var skill = entry.fact().skill();
        var level = skill.level();
        var what =
                Stream.of(
                                skill.occupation(),
                                level == null ? null : text("page.person.level." + level),
                                skill.subject())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return new SkillLine(what, text("page.person.skill." + entry.fact().kind()), entry);
    }

    String sex(Sex sex) {
        return text("page.person.sex." + sex);
    }

    /** The name, or what stands for it where it was erased. */
    String called(PersonView view) {
        return view.person().state() == PersonState.ERASED
                ? text("page.person.state.ERASED")
                : view.person().name();
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    private String said(String key, String otherwise) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE), otherwise);
    }
}
