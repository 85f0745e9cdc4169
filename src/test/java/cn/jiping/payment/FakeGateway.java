package cn.jiping.payment;

import cn.jiping.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A gateway outside the system, whose every word a test puts into its mouth. */
final class FakeGateway implements PaymentGateway {
    private final SignedMessages messages;
    private final ConcurrentLinkedQueue<Attempt> started = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Return> returns = new ConcurrentLinkedQueue<>();
    private final List<StatementLine> statement = new ArrayList<>();

    FakeGateway(SignedMessages messages) {
        this.messages = messages;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configured {
        @Bean
        FakeGateway fakeGateway(SignedMessages messages) {
            return new FakeGateway(messages);
        }
    }

    @Override
    public String start(Attempt attempt) {
        started.add(attempt);
        return "/gateway/" + attempt.id();
    }

    @Override
    public void refund(Return back) {
        returns.add(back);
    }

    @Override
    public Optional<GatewayMessage> read(String body, String signature) {
        return messages.read(body, signature);
    }

    @Override
    public List<StatementLine> statement(LocalDate day) {
        return List.copyOf(statement);
    }

    void state(StatementLine line) {
        statement.add(line);
    }

    List<Attempt> started(OrderId order) {
        return started.stream().filter(attempt -> attempt.order().equals(order)).toList();
    }

    List<Return> returns(OrderId order) {
        return returns.stream().filter(back -> back.order().equals(order)).toList();
    }

    CallBackOutcome tell(Payments payments, GatewayMessage message) {
        var body = messages.write(message);
        return payments.received(body, messages.sign(body));
    }

    static GatewayMessage.Paid paid(String number, OrderId order) {
        return new GatewayMessage.Paid(
                number,
                order,
                Ids.next(),
                Money.ofYuan(695),
                Instant.parse("2021-08-01T02:00:00Z"));
    }

    static GatewayMessage.Refunded refunded(String number, Return back) {
        return new GatewayMessage.Refunded(
                number,
                back.order(),
                back.id(),
                back.amount(),
                Instant.parse("2021-08-02T02:00:00Z"));
    }
}
