package cn.jiping.demo;

import cn.jiping.registration.ApplicationFilter;
import cn.jiping.registration.ApplicationRow;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.Material;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.ReviewDraft.Found;
import cn.jiping.registration.Reviews;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.util.ArrayList;
import java.util.List;

/** 演示的审核: the reviewers of each city work off what waits for them. */
@InDemo
class Reviewing {
    private static final ReviewDraft PASSED = new ReviewDraft(Outcome.PASSED, List.of(), "");
    private static final int MOST = 200;

    private final Reviews reviews;
    private final TheSession session;
    private final Actors actors;
    private final Crowd crowd;

    Reviewing(Reviews reviews, TheSession session, Actors actors, Crowd crowd) {
        this.reviews = reviews;
        this.session = session;
        this.actors = actors;
        this.crowd = crowd;
    }

    /** A case in the hands of its reviewer. */
    private record Waiting(Actor reviewer, ApplicationRow row) {}

    void first() {
        work("初审", Role.BODY_ELIGIBILITY_REVIEWER, ApplicationStatus.FIRST_REVIEW);
    }

    void second() {
        work("复审", Role.CITY_REVIEWER, ApplicationStatus.SECOND_REVIEW);
    }

    private void work(String what, Role role, ApplicationStatus status) {
        crowd.each(what, waiting(role, status), one -> decide(one, status));
    }

    private List<Waiting> waiting(Role role, ApplicationStatus status) {
        var waiting = new ArrayList<Waiting>();
        for (var city : session.cities()) {
            var reviewer = actors.staff(role, city);
            var filter =
                    new ApplicationFilter(
                            "",
                            status,
                            session.id(),
                            null,
                            false,
                            ApplicationFilter.Column.SUBMITTED,
                            false);
            var page = 1;
            List<ApplicationRow> rows;
            do {
                rows = reviews.list(reviewer, filter, new Paging(page, MOST)).rows();
                rows.stream()
                        .filter(row -> session.cast().has(row.name()))
                        .forEach(row -> waiting.add(new Waiting(reviewer, row)));
                page++;
            } while (rows.size() == MOST);
        }
        return waiting;
    }

    private void decide(Waiting waiting, ApplicationStatus status) {
        var player = session.cast().named(waiting.row().name());
        var reviewer = waiting.reviewer();
        var id = waiting.row().id();
        var of = reviews.find(reviewer, id);
        if (of.application().status() != status) {
            return;
        }
        var version = of.application().version();
        if (of.application().inHand() == null) {
            reviews.take(reviewer, id, version);
            version++;
        }
        reviews.decide(
                reviewer,
                id,
                version,
                status == ApplicationStatus.FIRST_REVIEW ? first(player, of) : second(player));
    }

    private static ReviewDraft first(Player player, Reviews.Case of) {
        if (player.fate().isReturned() && of.mayReturn()) {
            return new ReviewDraft(
                    Outcome.RETURNED,
                    List.of(new Found(Fault.UNCLEAR, Material.CERTIFICATE)),
                    "证书照片看不清编号，请重新上传（演示）");
        }
        return player.fate() == Fate.REFUSED_BY_THE_BODY
                ? new ReviewDraft(
                        Outcome.REFUSED,
                        List.of(new Found(Fault.FALSE, Material.YEARS_PROOF)),
                        "与社保缴纳记录不符（演示）")
                : PASSED;
    }

    private static ReviewDraft second(Player player) {
        return player.fate() == Fate.REFUSED_BY_THE_CITY
                ? new ReviewDraft(
                        Outcome.REFUSED,
                        List.of(new Found(Fault.CONDITION_NOT_MET, null)),
                        "所持证书不是本职业的二级证书（演示）")
                : PASSED;
    }
}
