package cn.jiping.account;

import cn.jiping.keys.Vault;
import cn.jiping.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 验证码: sent to a phone, one at a time, good for a few minutes and a few tries. */
@Component
class Codes {
    private static final String CODE = "account.code";

    /** What a code proves; a code for one thing opens no other. */
    enum Purpose {
        SIGN_IN,
        CONFIRM,
        RECOVERY,
        OLD_PHONE,
        NEW_PHONE
    }

    private final SignInStore store;
    private final AccountSettings.Code settings;
    private final Vault vault;
    private final Clock clock;
    private final ObjectProvider<CodeDelivery> delivery;
    private final boolean demo;

    Codes(
            SignInStore store,
            AccountSettings settings,
            Vault vault,
            Clock clock,
            ObjectProvider<CodeDelivery> delivery,
            @Value("${jiping.demo:false}") boolean demo) {
        this.store = store;
        this.settings = settings.code();
        this.vault = vault;
        this.clock = clock;
        this.delivery = delivery;
        this.demo = demo;
    }

    /**
     * @throws TooManyTries if one was sent a moment ago, or too many to the phone or to the address
     * @throws AccountRefused if no message service is set up
     */
    CodeSent send(Purpose purpose, String phone, Caller caller) {
        requireService();
        limit(phone, caller);
        var code = Secrets.code();
        keep(purpose, phone, code);
        return deliver(phone, code);
    }

    /**
     * Does as {@link #send} where there is no phone to send to, so that nobody sees a difference.
     */
    CodeSent pretend(Purpose purpose, String name, Caller caller) {
        requireService();
        limit(name, caller);
        var code = Secrets.code();
        keep(purpose, name, Secrets.token());
        return new CodeSent(settings.validFor(), settings.resendAfter(), gateway() ? null : code);
    }

    private void requireService() {
        if (!gateway() && !demo) {
            throw AccountRefused.noSmsService();
        }
    }

    private boolean gateway() {
        var service = delivery.getIfAvailable();
        return service != null && service.ready();
    }

    private void limit(String phone, Caller caller) {
        count("send-address:" + caller.address(), settings.perAddress());
        count("send-phone:" + vault.fingerprint(phone, CODE), settings.perPhone());
    }

    private void count(String subject, int tries) {
        var limit =
                new SignInStore.Limit(tries, settings.limitedWithin(), settings.limitedWithin());
        var wait = store.takeTry(subject, limit, clock.instant()).locked();
        if (wait.isPositive()) {
            throw new TooManyTries(wait);
        }
    }

    private void keep(Purpose purpose, String phone, String code) {
        var now = clock.instant();
        var id = Ids.next();
        store.keepCode(
                        purpose.name(),
                        vault.fingerprint(phone, CODE),
                        new SignInStore.KeptCode(
                                id, vault.fingerprint(salted(id, code), CODE), now),
                        now.plus(settings.validFor()),
                        now.minus(settings.resendAfter()))
                .ifPresent(sent -> {
                    throw new TooManyTries(
                            Duration.between(now, sent.plus(settings.resendAfter())));
                });
    }

    private CodeSent deliver(String phone, String code) {
        var service = delivery.getIfAvailable();
        if (service != null && service.ready()) {
            service.deliver(phone, code, settings.validFor());
            return new CodeSent(settings.validFor(), settings.resendAfter(), null);
        }
        return new CodeSent(settings.validFor(), settings.resendAfter(), code);
    }

    /**
     * Whether the code is the one sent for the purpose to the phone; it is used up by being right.
     */
    boolean matches(Purpose purpose, String phone, String code) {
        return store.tryCode(
                        purpose.name(),
                        vault.fingerprints(phone, CODE),
                        settings.tries(),
                        clock.instant())
                .filter(kept ->
                        vault.fingerprints(salted(kept.id(), code.strip()), CODE).stream()
                                .anyMatch(hash -> Secrets.same(hash, kept.hash())))
                .filter(kept -> store.useCode(purpose.name(), kept.id()))
                .isPresent();
    }

    private static String salted(UUID id, String code) {
        return id + ":" + code;
    }
}
