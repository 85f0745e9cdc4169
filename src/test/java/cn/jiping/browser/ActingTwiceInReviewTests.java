package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.Review;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.Reviews;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import cn.jiping.testing.Together;
import cn.jiping.testing.WebClient;
import cn.jiping.testing.WebClient.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two reviewers at one case, or one of them twice. */
class ActingTwiceInReviewTests extends ActingTwiceOrTooLate {
    private static final Actor COLLEAGUE =
            new Actor(
                    AccountId.next(),
                    PersonId.next(),
                    "方如许",
                    Role.BODY_ELIGIBILITY_REVIEWER,
                    "",
                    Scope.ofBody(DemoAccounts.BODY),
                    "test");
    private static final ReviewDraft PASSED = new ReviewDraft(Review.Outcome.PASSED, List.of(), "");

    @Autowired Reviews reviews;

    @Test
    void twoClicksTakeOneCaseInHandAndDecideItOnce() {
        var id = season.applicants().application(session, person);
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);
        var here = "/body/reviews/" + id;

        bothLedTo(here, twice(reviewer, here + "/taking", "version", version(id)));
        bothLedTo(
                here,
                twice(reviewer, here + "/decision", "version", version(id), "outcome", "PASSED"));

        assertThat(view(id).reviews()).hasSize(1);
        assertThat(acts("registration.taken-in-hand", id)).isEqualTo(1);
    }

    @Test
    void aStalePageOfAReviewerSaysWhatChangedAndWho() {
        var id = season.applicants().application(session, person);
        var seen = version(id);
        welder.post(mine(id) + "/taking-back", "version", seen);
        handIn(id, version(id));

        var decided = decide(as(Role.BODY_ELIGIBILITY_REVIEWER), id, seen);

        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.text()).contains("改了什么", "待初审", "演示沈清和");
        assertThat(view(id).reviews()).isEmpty();
    }

    private static Page decide(WebClient reviewer, ApplicationId id, String seen) {
        return reviewer.post(
                "/body/reviews/" + id + "/decision", "version", seen, "outcome", "PASSED");
    }

    @Test
    void ofTwoReviewersOneDecidesAndTheOtherIsToldWho() {
        var id = season.applicants().application(session, person);
        var seen = view(id).version();
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);
        reviews.decide(COLLEAGUE, id, seen, PASSED);

        var late = decide(reviewer, id, String.valueOf(seen));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("改了什么", "待复审", "方如许");
        assertThat(view(id).reviews()).hasSize(1);
    }

    @Test
    void ofTwoReviewersAtOnceTheSecondIsToldWhoWasFirst() {
        var id = season.applicants().application(session, person);
        var seen = view(id).version();
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);

        var said =
                Together.both(
                        () -> decide(reviewer, id, String.valueOf(seen)).text(),
                        () -> decidedBy(COLLEAGUE, id, seen));

        var first = view(id).reviews();
        assertThat(first).hasSize(1);
        assertThat(said)
                .anyMatch(text -> text.contains(first.getFirst().by().name()))
                .anyMatch(text -> text.isEmpty());
    }

    private String decidedBy(Actor reviewer, ApplicationId id, int seen) {
        try {
            reviews.decide(reviewer, id, seen, PASSED);
            return "";
        } catch (Stale changed) {
            return String.valueOf(changed.changedBy());
        }
    }

    @Test
    void ofTwoReviewersOneTakesTheCaseAndTheOtherIsToldWho() {
        var id = season.applicants().application(session, person);
        var seen = view(id).version();
        reviews.take(COLLEAGUE, id, seen);
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);

        var taking =
                reviewer.post("/body/reviews/" + id + "/taking", "version", String.valueOf(seen));
        var deciding = decide(reviewer, id, version(id));

        assertThat(taking.status()).isEqualTo(409);
        assertThat(taking.text()).contains("方如许");
        assertThat(deciding.status()).isEqualTo(422);
        assertThat(deciding.text()).contains("方如许");
    }
}
