package cn.jiping.certificate;

import cn.jiping.keys.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * 签名声明: a statement with the installation's signature (Ed25519) over the context in UTF-8, one zero
 * byte, and the statement in UTF-8. The key of this id stands at {@code /keys/public}.
 */
public record SignedStatement(
        String statement, String context, String algorithm, String keyId, String signature) {
    public static final String CONTEXT = "certificate.statement";
    private static final String ALGORITHM = "Ed25519";

    static SignedStatement of(Statement statement, Signatures signatures) {
        var signed = signatures.sign(statement.text().getBytes(StandardCharsets.UTF_8), CONTEXT);
        return new SignedStatement(
                statement.text(),
                CONTEXT,
                ALGORITHM,
                signed.keyId(),
                Base64.getEncoder().encodeToString(signed.signature()));
    }
}
