package cn.jiping.plan;

import cn.jiping.plan.CalendarTerms.Windows;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 改期场次: a session for those who registered in another and sit on a day of their own. */
@Component
class AnotherDay {
    private static final Locale LOCALE = Locale.CHINA;
    private static final DateTimeFormatter SAME_YEAR = DateTimeFormatter.ofPattern("M月d日", LOCALE);
    private static final DateTimeFormatter OTHER_YEAR =
            DateTimeFormatter.ofPattern("yyyy年M月d日", LOCALE);

    private final Policies policies;
    private final ReasonTexts texts;
    private final MessageSource messages;

    AnotherDay(Policies policies, ReasonTexts texts, MessageSource messages) {
        this.policies = policies;
        this.texts = texts;
        this.messages = messages;
    }

    private AnotherDayRule rule(SessionHeading heading, LocalDate decidedOn) {
        return new AnotherDayRule(
                policies.book()
                        .in(heading.jurisdiction(), decidedOn)
                        .require(AnotherDayTerms.class));
    }

    /**
     * @throws PlanRefused if the day will not do, saying why
     */
    void require(SessionOutline parent, LocalDate decidedOn, LocalDate day) {
        var ruling =
                rule(parent.heading(), decidedOn).judge(parent.days().theoryOn(), decidedOn, day);
        if (ruling instanceof Ruling.NotMet(var reasons)) {
            var why = reasons.getLast();
            throw PlanRefused.anotherDay(
                    texts.word(day, LOCALE), texts.text(why, LOCALE), why.source());
        }
    }

    /** With the windows of the parent, which are over, and one for its tickets. */
    ExamSession of(ExamSession parent, LocalDate decidedOn, LocalDate day, Signature by) {
        var rule = rule(parent.heading(), decidedOn);
        var heading = parent.heading();
        var windows = parent.days().windows();
        return ExamSession.announced(
                new ExamSession.Content(
                        new SessionHeading(
                                heading.jurisdiction(),
                                heading.province(),
                                heading.code(),
                                title(parent, day)),
                        new SessionDays(
                                List.of(day),
                                new Windows(
                                        windows.opensOn(),
                                        windows.closesOn(),
                                        windows.reviewUntil(),
                                        windows.payUntil(),
                                        rule.ticketFrom(day),
                                        day),
                                rule.law().source()),
                        parent.offerings(),
                        parent.id()),
                by);
    }

    /** The clause by which a group too small may sit at another time, and what chose the days. */
    List<Source> basis(ExamSession another) {
        var days = another.days();
        return Stream.concat(
                        policies
                                .book()
                                .in(another.heading().jurisdiction(), days.theoryOn())
                                .find(GroupSizeTerms.class)
                                .map(InForce::source)
                                .stream(),
                        Stream.of(days.source()))
                .distinct()
                .toList();
    }

    private String title(ExamSession parent, LocalDate day) {
        var sameYear = day.getYear() == parent.days().theoryOn().getYear();
        return messages.getMessage(
                "plan.another-day.title",
                new Object[] {
                    parent.heading().title(), (sameYear ? SAME_YEAR : OTHER_YEAR).format(day)
                },
                LOCALE);
    }
}
