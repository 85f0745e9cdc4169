package cn.jiping.certificate;

/** 证书状态. */
public enum CertificateStatus {
    /** 有效. */
    ISSUED,
    /** 已撤销. */
    REVOKED,
    /** 已由补发或更正的证书代替. */
    REPLACED;

    boolean mayBecome(CertificateStatus next) {
        return switch (this) {
            case ISSUED -> next == REVOKED || next == REPLACED;
            case REVOKED, REPLACED -> false;
        };
    }
}
