package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateFilter;
import cn.jiping.certificate.CertificateStatus;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.SearchText;
import cn.jiping.web.Sorting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a list of certificates; what is no state, session, place or column counts
 * as not said.
 */
record CertificateList(
        @Nullable String q,
        @Nullable String status,
        @Nullable String session,
        @Nullable String place,
        @Nullable String handed,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String NEWEST_FIRST = "-issued";
    private static final int USUAL_SIZE = 20;

    public CertificateFilter filter() {
        var sorting = Sorting.of(order(), CertificateFilter.Column.ISSUED);
        return new CertificateFilter(
                text(),
                statusAsked(),
                sessionAsked(),
                placeAsked(),
                handedAsked(),
                sorting.column(),
                sorting.descending());
    }

    /** The same within one session. */
    CertificateList in(SessionId one) {
        return new CertificateList(q, status, one.toString(), place, handed, sort, page, size);
    }

    /** What was asked, as the address says it. */
    Map<String, String> given() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("q", q);
        all.put("status", status);
        all.put("session", session);
        all.put("place", place);
        all.put("handed", handed);
        all.put("sort", sort);
        all.put("page", page);
        all.put("size", size);
        var given = new LinkedHashMap<String, String>();
        all.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                given.put(name, value.toString());
            }
        });
        return given;
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    public @Nullable CertificateStatus statusAsked() {
        return Asked.one(CertificateStatus.class, status);
    }

    public @Nullable SessionId sessionAsked() {
        try {
            return session == null || session.isEmpty() ? null : SessionId.of(session);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    public @Nullable DivisionCode placeAsked() {
        return Asked.division(place);
    }

    public @Nullable Boolean handedAsked() {
        return "yes".equals(handed) ? Boolean.TRUE : "no".equals(handed) ? Boolean.FALSE : null;
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
