package cn.jiping.demo;

import cn.jiping.certificate.CertificateFilter;
import cn.jiping.certificate.CertificateRow;
import cn.jiping.certificate.Certificates;
import cn.jiping.score.ResultView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** 演示的证书: issued by the platform after publication; half of them are fetched. */
@InDemo
class Certifying {
    private static final Duration LONGEST_ISSUING = Duration.ofMinutes(5);

    private static final Paging ONE = new Paging(1, 1);

    private final Certificates certificates;
    private final Scores scores;
    private final TheSession session;
    private final Actors actors;
    private final Crowd crowd;

    Certifying(
            Certificates certificates,
            Scores scores,
            TheSession session,
            Actors actors,
            Crowd crowd) {
        this.certificates = certificates;
        this.scores = scores;
        this.session = session;
        this.actors = actors;
        this.crowd = crowd;
    }

    /** Waits until whoever passed has one; somebody who sat elsewhere has it from the own city. */
    void await() {
        var clerk = actors.staff(Role.PROVINCE_CLERK, session.province());
        var passed = session.cities().stream().mapToLong(city -> passed(clerk, city)).sum();
        crowd.await("核发证书", LONGEST_ISSUING, () -> inTheOffice(clerk) >= passed);
    }

    private long passed(Actor clerk, DivisionCode city) {
        return scores.results(clerk, session.id(), city).stream()
                .filter(ResultView::passed)
                .count();
    }

    private long inTheOffice(Actor clerk) {
        return certificates
                .list(clerk, CertificateFilter.toHandOut(session.id(), null), ONE)
                .total();
    }

    private List<CertificateRow> issued(Actor clerk) {
        var all = new ArrayList<CertificateRow>();
        certificates.export(clerk, CertificateFilter.toHandOut(session.id(), null), all::add);
        return all;
    }

    /** 领证. */
    void handOut(DivisionCode city) {
        var clerk = actors.staff(Role.CITY_CLERK, city);
        issued(clerk).stream()
                .filter(row -> row.handedOutAt() == null)
                .filter(row ->
                        session.cast().has(row.holder())
                                && session.cast().named(row.holder()).fetches())
                .forEach(row ->
                        certificates.handOut(
                                clerk,
                                row.id(),
                                "本人（演示）",
                                certificates.find(clerk, row.id()).version()));
    }
}
