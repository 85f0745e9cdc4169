package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.certificate.CertificateRow;
import cn.jiping.certificate.Certificates;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scores published and a certificate handed out by two clicks. */
class ActingTwiceInPublicationTests extends ActingTwiceOrTooLate {
    @Autowired Certificates certificates;

    @Test
    void twoClicksPublishOnceAndHandOneCertificateOutOnce() {
        marked();
        var here = "/authority/scores/" + session + "/330100";
        var approver = as(Role.PROVINCE_APPROVER);

        bothLedTo(here, twice(approver, here + "/release", "version", "1"));
        assertThat(acts("score.released", session)).isEqualTo(1);

        var certificate = "/authority/certificates/" + issued().id();
        bothLedTo(
                certificate,
                twice(as(Role.CITY_CLERK), certificate + "/hand-out", "seen", "0", "to", "本人"));
        assertThat(acts("certificate.handed-out", issued().id())).isEqualTo(1);
    }

    private void marked() {
        season.applicants().confirmed(session, person);
        var others = NineOthers.enter(matters.the(Arrangements.class), session);
        season.becomes(LocalDate.of(2021, 8, 9));
        season.arranged(session, season.site());
        others.leave();
        season.results().marked(session, LocalDate.of(2021, 11, 15), 82, 76, 60);
    }

    private CertificateRow issued() {
        var found = List.<CertificateRow>of();
        while (found.isEmpty()) {
            found = certificates.listOf(PROGRAM, person);
        }
        return found.getFirst();
    }
}
