package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 订单稿: who pays what to which city, for what, and until when. Names and titles are those of the day
 * it is opened. The key makes opening idempotent within the session.
 */
public record OrderDraft(
        About about,
        Session session,
        Payer payer,
        Payee payee,
        List<FeeLine> lines,
        Term term,
        String key) {
    private static final int LONGEST_KEY = 200;

    public OrderDraft {
        lines = List.copyOf(lines);
        require(!lines.isEmpty(), "An order charges something");
        require(
                lines.stream().map(FeeLine::item).distinct().count() == lines.size(),
                "An order charges each item once");
        require(!key.isBlank() && key.length() <= LONGEST_KEY, "An order needs a key");
    }

    /** 所为: the thing paid for, such as a registration. */
    public record About(String type, String id) {}

    /** 批次, with its printed title. */
    public record Session(UUID id, String title) {}

    /** 缴费人, with the printed name. */
    public record Payer(PersonId person, String name) {}

    /** 收费的市, with the printed name. */
    public record Payee(DivisionCode city, String name) {}

    /** 缴费期限: the last day, which ends at 24:00 China Standard Time, and by what. */
    public record Term(LocalDate payUntil, Source source) {
        /** The first instant that is too late. */
        public Instant end() {
            return BusinessClock.endOf(payUntil);
        }
    }

    /** The same with all its lines. */
    OrderDraft charging(List<FeeLine> all) {
        return new OrderDraft(about, session, payer, payee, all, term, key);
    }

    public Money total() {
        return lines.stream().map(FeeLine::amount).reduce(Money.NOTHING, Money::plus);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
