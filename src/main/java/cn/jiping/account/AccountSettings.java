package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 账号设置.
 *
 * @param password how passwords are judged and hashed
 * @param lock when wrong attempts lock a name or slow an address
 * @param code codes sent to phones
 * @param session how long and how often one is signed in
 * @param grants how long roles last and which need a second person
 * @param linkValidFor how long a one-time link may be used
 * @param keepSignIns how long the record of sign-ins is kept
 */
@ConfigurationProperties("jiping.account")
public record AccountSettings(
        @DefaultValue Password password,
        @DefaultValue Lock lock,
        @DefaultValue Code code,
        @DefaultValue Session session,
        @DefaultValue Grants grants,
        @DefaultValue("24h") Duration linkValidFor,
        @DefaultValue("366d") Duration keepSignIns) {

    /**
     * 口令. Defaults of the hash: OWASP's Argon2id recommendation of 19 MiB and two passes.
     *
     * @param shortest in characters
     * @param longest in characters
     * @param memoryKib memory of one hash
     * @param passes over that memory
     * @param atOnce how many hashes are computed at the same time; the others wait
     */
    public record Password(
            @DefaultValue("12") int shortest,
            @DefaultValue("128") int longest,
            @DefaultValue("19456") int memoryKib,
            @DefaultValue("2") int passes,
            @DefaultValue("4") int atOnce) {}

    /**
     * 锁定.
     *
     * @param tries wrong attempts for one name within {@code within} that lock it for {@code lasts}
     * @param addressTries the same for one address, whatever the names; higher, as an office shares
     *     one address
     */
    public record Lock(
            @DefaultValue("5") int tries,
            @DefaultValue("60") int addressTries,
            @DefaultValue("15m") Duration within,
            @DefaultValue("15m") Duration lasts) {}

    /**
     * 验证码.
     *
     * @param tries after which a code is worthless
     * @param resendAfter the shortest time between two codes to one phone
     * @param perPhone codes to one phone within {@code limitedWithin}
     * @param perAddress codes asked for from one address within {@code limitedWithin}
     */
    public record Code(
            @DefaultValue("5m") Duration validFor,
            @DefaultValue("5") int tries,
            @DefaultValue("60s") Duration resendAfter,
            @DefaultValue("10") int perPhone,
            @DefaultValue("100") int perAddress,
            @DefaultValue("1h") Duration limitedWithin) {}

    /**
     * 会话; the idle time is {@code server.servlet.session.timeout}.
     *
     * @param lasts from sign-in to the end, however busy
     * @param perAccount at the same time; the oldest ends when one more begins
     * @param confirmedFor how long a password or code counts as fresh for dangerous acts
     * @param formHeldFor how long a form waits for that password or code
     */
    public record Session(
            @DefaultValue("12h") Duration lasts,
            @DefaultValue("5") int perAccount,
            @DefaultValue("5m") Duration confirmedFor,
            @DefaultValue("10m") Duration formHeldFor) {}

    /**
     * 授权期限和双人确认.
     *
     * @param longest from the first to the last day of a grant
     * @param powerful roles that a second person confirms; empty: audit, administration, approvers
     *     and the province's supervisor
     * @param proposalsLast how long a proposal waits for its confirmation
     * @param reviewEvery after which an account must be looked at again
     * @param remindAhead how long before that the administrator is reminded
     */
    public record Grants(
            @DefaultValue("P2Y") Period longest,
            @DefaultValue Set<Role> powerful,
            @DefaultValue("7d") Duration proposalsLast,
            @DefaultValue("P6M") Period reviewEvery,
            @DefaultValue("P14D") Period remindAhead) {

        private static final int LONGEST_DIFFERENCE_OF_MONTHS = 3;

        public Grants {
            powerful = powerful.isEmpty() ? usuallyPowerful() : Set.copyOf(powerful);
        }

        private static Set<Role> usuallyPowerful() {
            return Arrays.stream(Role.values())
                    .filter(role ->
                            role.office() == Office.AUDIT
                                    || role.office() == Office.SYSTEM
                                    || role == Role.PROVINCE_SUPERVISOR
                                    || role.name().endsWith("_APPROVER"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Who was last reviewed before this instant is to be reminded of by the day. */
        Instant remindedIfReviewedBefore(LocalDate day) {
            return BusinessClock.endOf(day.plus(remindAhead).minus(reviewEvery));
        }

        /** The first day on which one is reminded of an account last reviewed then. */
        LocalDate remindOn(Instant reviewedAt) {
            var day =
                    LocalDate.ofInstant(reviewedAt, BusinessClock.ZONE)
                            .plus(reviewEvery)
                            .minus(remindAhead)
                            .minusDays(LONGEST_DIFFERENCE_OF_MONTHS);
            while (!remindedIfReviewedBefore(day).isAfter(reviewedAt)) {
                day = day.plusDays(1);
            }
            return day;
        }

        public boolean needsSecondPerson(Role role) {
            return powerful.contains(role);
        }
    }
}
