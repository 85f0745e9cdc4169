package cn.jiping.payment;

import cn.jiping.keys.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 回调签名: call-backs as JSON under an HMAC with a key of this installation, for a gateway that is
 * part of it. A message signed with a key that was rotated out is read as long as the key is in
 * use.
 */
@Component
class SignedMessages {
    private static final String CONTEXT = "payment.call-back";
    private static final JsonMapper JSON = new JsonMapper();

    private final Vault vault;

    SignedMessages(Vault vault) {
        this.vault = vault;
    }

    String write(GatewayMessage message) {
        var tree = JSON.createObjectNode();
        tree.put("order", message.order().toString());
        tree.put("at", message.at().toString());
        switch (message) {
            case GatewayMessage.Paid paid -> {
                tree.put("what", "paid");
                tree.put("number", paid.number());
                tree.put("attempt", paid.attempt().toString());
                tree.put("fen", paid.amount().fen());
            }
            case GatewayMessage.Failed failed -> {
                tree.put("what", "failed");
                tree.put("attempt", failed.attempt().toString());
            }
            case GatewayMessage.Refunded refunded -> {
                tree.put("what", "refunded");
                tree.put("number", refunded.number());
                tree.put("refund", refunded.refund().toString());
                tree.put("fen", refunded.amount().fen());
            }
        }
        return JSON.writeValueAsString(tree);
    }

    String sign(String body) {
        return vault.fingerprint(body, CONTEXT);
    }

    /** Empty if no key of ours signed it, or it says nothing we know. */
    Optional<GatewayMessage> read(String body, String signature) {
        var given = signature.getBytes(StandardCharsets.UTF_8);
        var signed =
                vault.fingerprints(body, CONTEXT).stream()
                        .map(ours -> ours.getBytes(StandardCharsets.UTF_8))
                        .anyMatch(ours -> MessageDigest.isEqual(ours, given));
        return signed ? read(body) : Optional.empty();
    }

    private static Optional<GatewayMessage> read(String body) {
        try {
            return Optional.of(message(JSON.readTree(body)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static GatewayMessage message(JsonNode tree) {
        var order = OrderId.of(text(tree, "order"));
        var at = Instant.parse(text(tree, "at"));
        return switch (text(tree, "what")) {
            case "paid" ->
                    new GatewayMessage.Paid(
                            text(tree, "number"),
                            order,
                            UUID.fromString(text(tree, "attempt")),
                            new Money(tree.path("fen").asLong(-1)),
                            at);
            case "failed" ->
                    new GatewayMessage.Failed(order, UUID.fromString(text(tree, "attempt")), at);
            case "refunded" ->
                    new GatewayMessage.Refunded(
                            text(tree, "number"),
                            order,
                            UUID.fromString(text(tree, "refund")),
                            new Money(tree.path("fen").asLong(-1)),
                            at);
            default -> throw new IllegalArgumentException("Says nothing we know");
        };
    }

    private static String text(JsonNode tree, String field) {
        return tree.path(field).asString("");
    }
}
