package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.ExamSessions;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.testing.Together;
import cn.jiping.testing.WebClient;
import cn.jiping.testing.WebClient.Page;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A candidate at two windows: an application, from its beginning until it is paid. */
class ActingTwiceWhenRegisteringTests extends ActingTwiceOrTooLate {
    @Test
    void twoClicksBeginOneApplication() {
        var offering =
                matters.the(ExamSessions.class).find(PROGRAM, session).offerings().getFirst().id();

        var pages =
                twice(
                        welder,
                        "/my/applications",
                        "session",
                        session.toString(),
                        "city",
                        "330100",
                        "offering",
                        offering.toString(),
                        "clientKey",
                        "two-clicks");

        var begun = applications.listOf(PROGRAM, person);
        assertThat(begun).hasSize(1);
        bothLedTo(mine(begun.getFirst().id()) + "/form/photo", pages);
    }

    @Test
    void twoClicksHandInOnce() {
        var id = season.applicants().filledIn(session, person);

        var pages =
                twice(welder, mine(id) + "/submission", "version", version(id), "promised", "true");

        bothLedTo(mine(id), pages);
        assertThat(view(id).status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);
        assertThat(acts("registration.handed-in", id)).isEqualTo(1);
    }

    @Test
    void twoClicksTakeBackAndWithdrawOnce() {
        var id = season.applicants().application(session, person);

        bothLedTo(
                mine(id) + "/check",
                twice(welder, mine(id) + "/taking-back", "version", version(id)));
        bothLedTo(
                mine(id),
                twice(
                        welder,
                        mine(id) + "/withdrawal",
                        "version",
                        version(id),
                        "reason",
                        "因病不能参加"));

        assertThat(acts("registration.taken-back", id)).isEqualTo(1);
        assertThat(acts("registration.withdrawn", id)).isEqualTo(1);
    }

    @Test
    void twoClicksPayOnceThereAndHere() {
        var id = season.applicants().admitted(session, person);
        var order = Objects.requireNonNull(view(id).order());
        var here = "/my/payments/" + order;

        var pages = twice(welder, here + "/pay");
        var gateway = pages.getFirst().location();
        bothLedTo(gateway, pages);
        bothLedTo(here, twice(welder, gateway, "decision", "PAY", "sending", "TWICE"));

        assertThat(payments.find(PROGRAM, order).receipts()).hasSize(1);
        assertThat(view(id).status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(acts("registration.confirmed", id)).isEqualTo(1);
    }

    @Test
    void theBackButtonAfterHandingInChangesNothing() {
        var id = season.applicants().filledIn(session, person);
        var seen = version(id);
        handIn(id, seen);
        var before = view(id);

        assertThat(handIn(id, seen).location()).isEqualTo(mine(id));
        var old = background(welder, id, seen, "宁波演示职业学院");

        assertThat(old.status()).isEqualTo(409);
        assertThat(old.text()).contains("改了什么", "待初审").doesNotContain("FIRST_REVIEW");
        assertThat(welder.get(mine(id) + "/form/background").status()).isEqualTo(404);
        assertThat(view(id)).isEqualTo(before);
    }

    private static Page background(WebClient client, ApplicationId id, String seen, String school) {
        return client.post(
                mine(id) + "/form/background",
                "version",
                seen,
                "education",
                "VOCATIONAL_COLLEGE",
                "school",
                school,
                "major",
                "焊接技术",
                "majorMatches",
                "true",
                "enrolment",
                "GRADUATED",
                "employer",
                "杭州演示重工有限公司",
                "occupation",
                "焊工");
    }

    @Test
    void theBackButtonAfterPayingTakesNoMoneyAgain() {
        var id = season.applicants().admitted(session, person);
        var order = Objects.requireNonNull(view(id).order());
        var here = "/my/payments/" + order;
        var gateway = welder.post(here + "/pay").location();
        welder.post(gateway, "decision", "PAY");

        assertThat(welder.post(gateway, "decision", "PAY").location()).isEqualTo(here);
        var again = welder.post(here + "/pay");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("这个订单已经缴费");
        assertThat(payments.find(PROGRAM, order).receipts()).hasSize(1);
    }

    @Test
    void ofTwoBrowsersTheSecondDoesNotWriteOverTheFirst() {
        var id = season.applicants().filledIn(session, person);
        var seen = version(id);

        var first = background(welder, id, seen, "宁波演示职业学院");
        var second = background(elsewhere, id, seen, "温州演示职业学院");

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("您在另一个窗口", "填写中");
        assertThat(Objects.requireNonNull(view(id).form().schooling()).school())
                .isEqualTo("宁波演示职业学院");
    }

    @Test
    void ofTwoBrowsersAtOnceOneWritesAndOneIsToldSo() {
        var id = season.applicants().filledIn(session, person);
        var seen = version(id);

        var said =
                Together.both(
                        () -> background(welder, id, seen, "宁波演示职业学院").status(),
                        () -> background(elsewhere, id, seen, "温州演示职业学院").status());

        assertThat(said).containsExactlyInAnyOrder(302, 409);
        assertThat(view(id).version()).isEqualTo(Integer.parseInt(seen) + 1);
    }
}
