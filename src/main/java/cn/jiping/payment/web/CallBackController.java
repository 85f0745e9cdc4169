package cn.jiping.payment.web;

import cn.jiping.payment.CallBackOutcome;
import cn.jiping.payment.Payments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** 支付回调: where the gateway tells what happened; its signature is what lets it in. */
@RestController
class CallBackController {
    private static final int LONGEST_BODY = 16 * 1024;

    private final Payments payments;

    CallBackController(Payments payments) {
        this.payments = payments;
    }

    /** Says no more than whether the message was taken. */
    record Answer(CallBackOutcome outcome) {}

    @PostMapping(path = "/api/v1/payments/callback", consumes = "application/json")
    Answer received(
            InputStream body,
            @RequestHeader(name = "Jiping-Signature", defaultValue = "") String signature)
            throws IOException {
        var text = new String(body.readNBytes(LONGEST_BODY + 1), StandardCharsets.UTF_8);
        var outcome = payments.received(text, signature);
        if (!outcome.accepted()) {
            throw outcome.refusal();
        }
        return new Answer(outcome);
    }
}
