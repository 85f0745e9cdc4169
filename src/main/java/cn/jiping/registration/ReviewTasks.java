package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.plan.SessionWindow;
import cn.jiping.registration.ReviewRoundStore.Round;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 审核和补正的待办: one for each city, session and stage; one for whoever was asked for more. */
@Component
class ReviewTasks {
    static final TaskKind FIRST = TaskKind.closedByItsModule("registration-first-review");
    static final TaskKind SECOND = TaskKind.closedByItsModule("registration-second-review");
    static final TaskKind CORRECT = TaskKind.closedByItsModule("registration-correct");
    private static final int AT_ONCE = 100;

    private final Tasks tasks;
    private final ReviewRoundStore rounds;
    private final BusinessClock clock;

    ReviewTasks(Tasks tasks, ReviewRoundStore rounds, BusinessClock clock) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Opens what now waits for somebody and closes what is done. */
    void follow(Actor actor, Application application, Terms terms) {
        if (wasReturned(application)) {
            tasks.close(actor, correctKey(application), "");
        }
        switch (application.status()) {
            case FIRST_REVIEW -> begin(actor, application, ReviewStage.FIRST, terms);
            case SECOND_REVIEW -> begin(actor, application, ReviewStage.SECOND, terms);
            case RETURNED -> askToCorrect(actor, application);
            case DRAFT, ADMITTED, CONFIRMED, REFUSED, LAPSED, WITHDRAWN -> {
                // nobody has to review it now
            }
        }
        if (application.status() != ApplicationStatus.CONFIRMED) {
            settle(actor, application, terms);
        }
    }

    /** Only then somebody was ever asked to correct it. */
    private static boolean wasReturned(Application application) {
        return application.progress().reviews().stream()
                .anyMatch(review -> review.outcome() == Review.Outcome.RETURNED);
    }

    private void begin(Actor actor, Application application, ReviewStage stage, Terms terms) {
        var round = round(application, stage);
        var term = terms.of(stage);
        if (rounds.begin(round, term.end())) {
            tasks.open(
                    actor,
                    new TaskDraft(
                            kind(stage),
                            List.of(
                                    Argument.of(application.opening().place().cityName()),
                                    Argument.of(application.opening().title())),
                            new TaskSubject("session", round.session().toString(), path(round)),
                            place(application, stage),
                            Set.of(stage.reviewer()),
                            Deadline.endOf(term.until(), term.source()),
                            key(round)));
        }
    }

    private static String path(Round round) {
        return switch (round.stage()) {
            case FIRST -> "/body/reviews";
            case SECOND -> "/authority/reviews";
        };
    }

    private static TaskKind kind(ReviewStage stage) {
        return switch (stage) {
            case FIRST -> FIRST;
            case SECOND -> SECOND;
        };
    }

    private static TaskPlace place(Application application, ReviewStage stage) {
        var place = application.opening().place();
        return switch (stage) {
            case FIRST -> new TaskPlace.Body(place.body(), place.bodyName());
            case SECOND -> new TaskPlace.Division(place.city());
        };
    }

    private static Round round(Application application, ReviewStage stage) {
        var opening = application.opening();
        return new Round(opening.session(), opening.place().city(), stage);
    }

    private static String key(Round round) {
        return "registration/" + round.session() + "/" + round.city() + "/" + round.stage();
    }

    private void askToCorrect(Actor actor, Application application) {
        var opening = application.opening();
        var due = application.progress().due();
        tasks.open(
                actor,
                new TaskDraft(
                        CORRECT,
                        List.of(Argument.of(opening.title())),
                        new TaskSubject(
                                "application",
                                application.id().toString(),
                                "/my/applications/" + application.id()),
                        new TaskPlace.Person(opening.person(), opening.name()),
                        Set.of(Role.CANDIDATE),
                        due == null ? null : Deadline.endOf(due.until(), due.source()),
                        correctKey(application)));
    }

    private static String correctKey(Application application) {
        return "registration/" + application.id() + "/correct";
    }

    /** Once nobody can register any more, a round is over with its last application. */
    private void settle(Actor actor, Application application, Terms terms) {
        if (terms.of(SessionWindow.REGISTRATION).overAt(clock.now())) {
            for (var stage : ReviewStage.values()) {
                var round = round(application, stage);
                if (rounds.endUnless(round, before(stage))) {
                    tasks.close(actor, key(round), "");
                }
            }
        }
    }

    /** How an application stands that the stage still has or will get. */
    private static Set<ApplicationStatus> before(ReviewStage stage) {
        var before = EnumSet.of(ApplicationStatus.FIRST_REVIEW, ApplicationStatus.RETURNED);
        if (stage == ReviewStage.SECOND) {
            before.add(ApplicationStatus.SECOND_REVIEW);
        }
        return before;
    }

    private void end(Actor actor, Round round) {
        if (rounds.end(round)) {
            tasks.close(actor, key(round), "");
        }
    }

    /** Ends the rounds whose term has passed; what waited in them has gone on. */
    void endOver(Actor actor, Instant now) {
        List<Round> over;
        do {
            over = rounds.loadOver(now, AT_ONCE);
            over.forEach(round -> end(actor, round));
        } while (over.size() == AT_ONCE);
    }
}
