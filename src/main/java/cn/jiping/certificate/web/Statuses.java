package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateStatus;
import java.util.Map;

/** How states look on pages. */
final class Statuses {
    private Statuses() {}

    static Map<CertificateStatus, String> kinds() {
        return Map.of(
                CertificateStatus.ISSUED, kind(CertificateStatus.ISSUED),
                CertificateStatus.REVOKED, kind(CertificateStatus.REVOKED),
                CertificateStatus.REPLACED, kind(CertificateStatus.REPLACED));
    }

    static String kind(CertificateStatus status) {
        return switch (status) {
            case ISSUED -> "ok";
            case REVOKED -> "no";
            case REPLACED -> "idle";
        };
    }
}
