package cn.jiping.audit;

/** 区块签名: signs the hash of each block with a key of this installation; implemented by keys. */
public interface SealSigner {
    SealSignature sign(Digest blockHash);

    /** Whether one of this installation's keys, old ones included, made the signature. */
    boolean made(SealSignature signature, Digest blockHash);
}
