package cn.jiping.registration;

import cn.jiping.shared.Signature;
import cn.jiping.shared.Stale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an application stands now, told to somebody who saw it as it was. */
final class Changed {
    private Changed() {}

    static Stale since(Application application) {
        var last = lastHand(application);
        return new Stale(
                List.of(
                        new Stale.Change(
                                "registration.status",
                                "registration.status." + application.status(),
                                "")),
                last == null ? null : last.name(),
                last == null ? null : last.at());
    }

    private static @Nullable Signature lastHand(Application application) {
        var progress = application.progress();
        if (progress.inHand() != null) {
            return progress.inHand();
        }
        if (!progress.reviews().isEmpty()) {
            return progress.reviews().getLast().by();
        }
        var submission = progress.submission();
        return submission == null ? null : submission.by();
    }
}
