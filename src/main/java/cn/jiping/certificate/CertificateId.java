package cn.jiping.certificate;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 证书标识: one certificate as it was given out; a replacement has an id of its own. */
public record CertificateId(UUID value) {
    public static CertificateId next() {
        return new CertificateId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CertificateId of(String text) {
        return new CertificateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
