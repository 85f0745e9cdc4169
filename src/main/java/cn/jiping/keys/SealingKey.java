package cn.jiping.keys;

import cn.jiping.audit.Digest;
import cn.jiping.audit.SealSignature;
import cn.jiping.audit.SealSigner;
import org.springframework.stereotype.Component;

/** Signs the blocks of the audit. */
@Component
class SealingKey implements SealSigner {
    private static final String CONTEXT = "jiping.audit.block";

    private final Signatures signatures;

    SealingKey(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public SealSignature sign(Digest blockHash) {
        var signed = signatures.sign(blockHash.bytes(), CONTEXT);
        return new SealSignature(signed.keyId(), signed.signature());
    }

    @Override
    public boolean made(SealSignature signature, Digest blockHash) {
        return signatures.verify(
                new Signed(signature.keyId(), signature.value()), blockHash.bytes(), CONTEXT);
    }
}
