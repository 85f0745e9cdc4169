package cn.jiping.certificate;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Material;
import cn.jiping.score.ResultView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the stages before say: the published result, and the registration it rests on. */
@Component
class ResultsOfScores implements PassedResults {
    private static final Actor PROGRAM = Actor.program("certificate");

    private final Scores scores;
    private final Applications applications;
    private final ExamSessions sessions;

    ResultsOfScores(Scores scores, Applications applications, ExamSessions sessions) {
        this.scores = scores;
        this.applications = applications;
        this.sessions = sessions;
    }

    @Override
    public Optional<PassedResult> find(SessionId session, UUID result) {
        try {
            var published = scores.result(PROGRAM, session, result);
            var application = applications.find(PROGRAM, new ApplicationId(result));
            return Optional.of(passed(published, application));
        } catch (NotFound _) {
            return Optional.empty();
        }
    }

    /** Whoever was registered at a counter gets the certificate there. */
    private static @Nullable Locality county(ApplicationView application) {
        var counter = application.about().counter();
        return counter == null ? null : new Locality(counter.county(), counter.countyName());
    }

    private PassedResult passed(ResultView result, ApplicationView application) {
        var session = sessions.outline(result.session());
        var place = application.about().place();
        return new PassedResult(
                result.examinee(),
                new PassedResult.Session(
                        result.session(),
                        session.heading().title(),
                        session.heading().jurisdiction()),
                new PassedResult.Candidate(
                        result.person(), application.form().materials().get(Material.PHOTO)),
                new PassedResult.Skill(result.occupation(), result.level()),
                new Locality(place.city(), place.cityName()),
                county(application),
                new PassedResult.Proof(
                        result.passed(),
                        application.status() == ApplicationStatus.CONFIRMED,
                        result.publishedOn()));
    }
}
