package cn.jiping.registration.web;

import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationFilter;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ReviewStage;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a list of applications; what is no state, session or column counts as not
 * said. Without a state a reviewer sees what waits for their own stage.
 */
record ReviewList(
        @Nullable String q,
        @Nullable String status,
        @Nullable String session,
        @Nullable String mine,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String OLDEST_FIRST = "submitted";
    private static final int USUAL_SIZE = 20;

    ApplicationFilter filter(Actor actor, Optional<ReviewStage> stage) {
        var descending = order().startsWith("-");
        return new ApplicationFilter(
                text(),
                statusAsked(stage),
                sessionAsked(),
                heldBy(actor),
                false,
                column(order().substring(descending ? 1 : 0)),
                descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? OLDEST_FIRST : sort;
    }

    @Nullable ApplicationStatus statusAsked(Optional<ReviewStage> stage) {
        return status == null
                ? stage.map(ReviewStage::waiting).orElse(null)
                : Fields.find(status, ApplicationStatus.class).orElse(null);
    }

    public @Nullable SessionId sessionAsked() {
        return Fields.session(session);
    }

    public boolean onlyMine() {
        return "true".equals(mine);
    }

    private @Nullable AccountId heldBy(Actor actor) {
        return onlyMine() ? actor.requireAccount() : null;
    }

    private static ApplicationFilter.Column column(String name) {
        return Stream.of(ApplicationFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(ApplicationFilter.Column.SUBMITTED);
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
