package cn.jiping.certificate;

import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;

/** 无人: who holds a certificate that does not exist. */
final class Nobody {
    /** A name and a number that nobody can type. */
    static final CertificateFacts.Holder HOLDER =
            new CertificateFacts.Holder(
                    PersonId.next(),
                    "\u0000",
                    new IdentityDocument(IdentityDocument.Kind.PASSPORT, "E00000000"),
                    null);

    private Nobody() {}
}
