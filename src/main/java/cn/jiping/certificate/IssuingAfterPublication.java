package cn.jiping.certificate;

import cn.jiping.plan.SessionId;
import cn.jiping.score.ResultView;
import cn.jiping.score.ScoreEvent;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Issues the certificates of a city once its scores are published; done again, it issues no other.
 * Each is issued for itself: the numbers of all cities come from one series, and none waits until a
 * whole city has theirs. One that cannot be issued holds up no other.
 */
@Component
class IssuingAfterPublication {
    private static final Actor PROGRAM = Actor.program("certificate.issue");

    private final Scores scores;
    private final Certificates certificates;

    IssuingAfterPublication(Scores scores, Certificates certificates) {
        this.scores = scores;
        this.certificates = certificates;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ScoreEvent.Released event) {
        var failed = new ArrayList<RuntimeException>();
        scores.results(PROGRAM, event.session(), event.city()).stream()
                .filter(ResultView::passed)
                .forEach(result -> issue(event.session(), result.examinee(), failed));
        if (!failed.isEmpty()) {
            var several = new IllegalStateException(failed.size() + " certificates not issued");
            failed.forEach(several::addSuppressed);
            throw several;
        }
    }

    private void issue(SessionId session, UUID examinee, List<RuntimeException> failed) {
        try {
            certificates.issue(PROGRAM, session, examinee);
        } catch (RuntimeException e) {
            failed.add(e);
        }
    }
}
