package cn.jiping.notice;

import static cn.jiping.notice.NoticeFixtures.administrator;
import static cn.jiping.notice.NoticeFixtures.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Against a real mail server. */
@NoticeTest
class DeliveringByMailTests {
    private static final NoticeSettings SETTINGS = settings(1);

    private static NoticeSettings settings(int atOnce) {
        return new NoticeSettings(
                "service@jiping.example.cn",
                "https://jiping.example.cn",
                100,
                atOnce,
                Duration.ofMinutes(5),
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                Duration.ofDays(180),
                100);
    }

    @Autowired Notices notices;
    @Autowired DeliveryStore store;
    @Autowired NoticeFixtures.People people;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    final int port = freePort();

    @SuppressWarnings("NullAway.Init")
    GreenMail server;

    @SuppressWarnings("NullAway.Init")
    Instant now;

    @BeforeEach
    void startWithNothingWaiting() {
        server = started(port);
        now = Instant.now();
        var farAway = now.plus(Duration.ofDays(999));
        store.take(farAway, farAway, 1000);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isSentWithItsLinkAndSmsIsSaidToBeUnconfigured() throws Exception {
        notices.send(decided("mail", people.person("林岚", "lin@example.cn"), "林岚"));

        job().run();

        var mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("林岚，您的申请已有结果");
        assertThat(mail.getContent().toString())
                .contains("https://jiping.example.cn/my/applications/1");
        assertThat(states("林岚"))
                .containsExactlyInAnyOrder(DeliveryState.SENT, DeliveryState.NOT_CONFIGURED);
    }

    @Test
    void waitsAndTriesAgainWhileTheServerIsDown() {
        notices.send(decided("down", people.person("停机", "lin@example.cn"), "停机"));
        server.stop();

        job().run();
        var whileDown = states("停机");
        server = started(port);
        now = now.plus(Duration.ofMinutes(2));
        job().run();

        assertThat(whileDown).contains(DeliveryState.WAITING);
        assertThat(states("停机")).contains(DeliveryState.SENT);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void givesUpAfterTheLastRetryAndCanBeSentAgain(AssertablePublishedEvents published) {
        notices.send(decided("gives-up", people.person("放弃", "lin@example.cn"), "放弃"));
        server.stop();
        for (var attempt = 0; attempt < 3; attempt++) {
            job().run();
            now = now.plus(Duration.ofHours(1));
        }
        var failed = failed("放弃");
        server = started(port);

        notices.sendAgain(administrator(Scope.all()), failed.id());
        now = now.plus(Duration.ofHours(1));
        job().run();

        assertThat(published).contains(NoticeEvent.GaveUp.class);
        assertThat(failed.attempts().count()).isEqualTo(3);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void anImpossibleAddressIsNotTriedAgain() {
        notices.send(decided("bad", people.person("错址", "no such\r\n@address"), "错址"));

        job().run();

        assertThat(failed("错址").attempts())
                .returns(1, DeliveryView.Attempts::count)
                .returns("address", DeliveryView.Attempts::problem);
    }

    @Test
    void aRecipientTheServerRefusesIsNotTriedAgain() throws Exception {
        notices.send(decided("refused", people.person("拒收", "nobody@example.cn"), "拒收"));
        server.stop();

        var refusing = RefusingMailServer.onPort(port);
        job().run();
        refusing.close();

        assertThat(failed("拒收").attempts())
                .returns(1, DeliveryView.Attempts::count)
                .returns("refused", DeliveryView.Attempts::problem);
    }

    @Test
    void aNameCannotAddHeadersOrMarkup() throws Exception {
        var name = "<b>张</b>\r\nBcc: spy@example.cn\r\n\r\n<script>alert(1)</script>";
        notices.send(decided("inject", people.person("注入", "lin@example.cn"), name));

        job().run();

        var mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getSubject()).startsWith("<b>张</b> Bcc: spy@example.cn");
    }

    @Test
    void twoProcessesDeliverEachMessageOnce() throws Exception {
        for (var i = 0; i < 20; i++) {
            notices.send(decided("many" + i, people.person("并发", "p" + i + "@example.cn"), "甲"));
        }

        atOnce(() -> job().run(), () -> job().run());

        assertThat(server.getReceivedMessages()).hasSize(20);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(this::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void takenTogetherEachEndsAsItsOwn() {
        notices.send(decided("together-sent", people.person("同批寄出", "a@example.cn"), "甲"));
        notices.send(decided("together-none", people.person("同批无址", ""), "乙"));
        notices.send(decided("together-bad", people.person("同批错址", "no\r\n@address"), "丙"));
        notices.send(decided("together-more", people.person("同批又寄", "b@example.cn"), "丁"));

        job(settings(50)).run();

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(states("同批寄出"))
                .containsExactlyInAnyOrder(DeliveryState.SENT, DeliveryState.NOT_CONFIGURED);
        assertThat(states("同批又寄"))
                .containsExactlyInAnyOrder(DeliveryState.SENT, DeliveryState.NOT_CONFIGURED);
        assertThat(states("同批无址"))
                .containsExactlyInAnyOrder(DeliveryState.NO_ADDRESS, DeliveryState.NOT_CONFIGURED);
        assertThat(failed("同批错址").attempts())
                .returns(1, DeliveryView.Attempts::count)
                .returns("address", DeliveryView.Attempts::problem);
    }

    @Test
    void whatAKilledProcessLeftInDoubtIsSentAgainUnderTheSameId() {
        notices.send(decided("killed", people.person("中断", "lin@example.cn"), "中断"));
        var killed = store.take(later(), later().plus(SETTINGS.lease()), 10);
        killed.forEach(delivery -> smtp().send(mail(delivery)));

        now = later().plus(SETTINGS.lease()).plusSeconds(1);
        job().run();

        assertThat(Arrays.stream(server.getReceivedMessages()).map(this::id).distinct())
                .hasSizeLessThan(server.getReceivedMessages().length);
        assertThat(states("中断")).contains(DeliveryState.SENT);
    }

    @Test
    void onlyWhatFailedIsSentAgain() {
        notices.send(decided("fine", people.person("正常", "lin@example.cn"), "正常"));
        job().run();
        var sent = views("正常", DeliveryState.SENT).getFirst();

        assertThatExceptionOfType(NoticeRefused.class)
                .isThrownBy(() -> notices.sendAgain(administrator(Scope.all()), sent.id()))
                .returns("notice.not-failed", NoticeRefused::code);
    }

    private Instant later() {
        return now.plusSeconds(60);
    }

    private Deliveries job() {
        return job(SETTINGS);
    }

    private Deliveries job(NoticeSettings settings) {
        return new Deliveries(
                store,
                people,
                new Gateways(smtp(), none(SmsGateway.class), none(DemoOutbox.class)),
                settings,
                Clock.fixed(later(), ZoneOffset.UTC),
                transaction,
                events);
    }

    private SmtpMail smtp() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new SmtpMail(beans.getBeanProvider(JavaMailSender.class), SETTINGS);
    }

    private static <T> ObjectProvider<T> none(Class<T> type) {
        return new StaticListableBeanFactory().getBeanProvider(type);
    }

    private static MailGateway.Mail mail(Delivery delivery) {
        return new MailGateway.Mail(
                delivery.id().toString(), "lin@example.cn", delivery.subject(), delivery.text());
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<DeliveryState> states(String name) {
        return views(name, null).stream().map(DeliveryView::state).toList();
    }

    private DeliveryView failed(String name) {
        return views(name, DeliveryState.FAILED).getFirst();
    }

    private List<DeliveryView> views(
            String name, @org.jspecify.annotations.Nullable DeliveryState state) {
        return notices.deliveries(
                        administrator(Scope.all()),
                        new DeliverySearch(state, null, name),
                        new Paging(1, 50))
                .rows();
    }

    private static void atOnce(Runnable... works) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = Arrays.stream(works).map(threads::submit).toList();
            for (var work : running) {
                work.get();
            }
        }
    }

    private static GreenMail started(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
