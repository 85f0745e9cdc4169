package cn.jiping.certificate;

import cn.jiping.score.ResultView;
import cn.jiping.score.ScoreEvent;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Issues the certificates of a city once its scores are published; done again, it issues no other.
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

    @ApplicationModuleListener
    void on(ScoreEvent.Released event) {
        scores.results(PROGRAM, event.session(), event.city()).stream()
                .filter(ResultView::passed)
                .forEach(result -> certificates.issue(PROGRAM, event.session(), result.examinee()));
    }
}
