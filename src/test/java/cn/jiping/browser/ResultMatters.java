package cn.jiping.browser;

import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.certificate.CertificateRevocations;
import cn.jiping.certificate.CertificateView;
import cn.jiping.certificate.Certificates;
import cn.jiping.certificate.RevocationTerms;
import cn.jiping.exam.Arrangements;
import cn.jiping.plan.SessionId;
import cn.jiping.score.Scores;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.web.Excel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 成绩和证书: marks read in or published, and certificates with or without them. */
final class ResultMatters {
    private final Matters matters;
    private final SeasonMatters season;

    ResultMatters(Matters matters, SeasonMatters season) {
        this.matters = matters;
        this.season = season;
    }

    /** 成绩 of the only examinee of Hangzhou, published on a day. */
    void published(SessionId session, LocalDate on, Object... marks) {
        marked(session, on, marks);
        var scores = matters.the(Scores.class);
        var approver = season.ofProvince("demo-province-approver", Role.PROVINCE_APPROVER);
        var seen = scores.find(approver, session, Matters.HANGZHOU).version();
        scores.release(approver, session, Matters.HANGZHOU, seen);
    }

    /** The same, read in but not published. */
    void marked(SessionId session, LocalDate on, Object... marks) {
        season.becomes(on);
        var scores = matters.the(Scores.class);
        var seat =
                matters.the(Arrangements.class)
                        .seats(season.clerk(), session, Matters.HANGZHOU)
                        .getFirst();
        var row = new ArrayList<Object>(List.of(seat.ticket(), seat.name()));
        row.addAll(List.of(marks));
        var out = new ByteArrayOutputStream();
        try {
            Excel.write(out, "成绩", scores.headers(), List.<List<?>>of(row).iterator());
            var reader = season.ofProvince("demo-province-clerk", Role.PROVINCE_CLERK);
            scores.readIn(reader, session, Matters.HANGZHOU, "成绩.xlsx", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 证书: issued to the person. */
    CertificateView certificate(PersonId holder) {
        var passed = matters.the(CertificateFixtures.Results.class).passed(holder);
        var certificates = matters.the(Certificates.class);
        return certificates.find(
                Matters.PROGRAM,
                certificates.issue(Matters.PROGRAM, passed.session().id(), passed.id()));
    }

    /** 撤销: proposed, waiting for the second person. */
    CertificateView contested(PersonId holder) {
        var certificate = certificate(holder);
        matters.the(CertificateRevocations.class)
                .propose(
                        Matters.PROGRAM,
                        certificate.id(),
                        RevocationTerms.Ground.CHEATING,
                        "理论考试由他人代考",
                        certificate.version());
        return certificate;
    }
}
