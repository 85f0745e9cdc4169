package cn.jiping.certificate;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of the number or of the holder's name
 * @param place a city or a county
 * @param handedOut whether the holder has it; null: whichever
 */
public record CertificateFilter(
        String text,
        @Nullable CertificateStatus status,
        @Nullable SessionId session,
        @Nullable DivisionCode place,
        @Nullable Boolean handedOut,
        Column column,
        boolean descending) {

    public static CertificateFilter everything() {
        return new CertificateFilter("", null, null, null, null, Column.ISSUED, true);
    }

    /** Valid ones still in the office, in the order in which they lie there. */
    public static CertificateFilter toHandOut(
            @Nullable SessionId session, @Nullable DivisionCode place) {
        return new CertificateFilter(
                "", CertificateStatus.ISSUED, session, place, false, Column.NUMBER, false);
    }

    /** The same, valid ones only; empty if others were asked for. */
    Optional<CertificateFilter> valid() {
        return status == null || status == CertificateStatus.ISSUED
                ? Optional.of(
                        new CertificateFilter(
                                text,
                                CertificateStatus.ISSUED,
                                session,
                                place,
                                handedOut,
                                column,
                                descending))
                : Optional.empty();
    }

    /** What a list is sorted by. */
    public enum Column {
        ISSUED,
        NUMBER,
        HOLDER,
        OCCUPATION,
        PLACE
    }
}
