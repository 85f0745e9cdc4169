package cn.jiping.payment;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A welder of level one in Hangzhou owes 695 yuan until 6 August 2021. */
final class PaymentFixtures {
    static final DivisionCode HANGZHOU = new DivisionCode("330100");
    static final DivisionCode NINGBO = new DivisionCode("330200");
    static final UUID SESSION = Ids.next();
    static final Source CALENDAR = new Source.Clause("ZJ2021", "一(二)");
    static final Source FIXED = new Source.Practice("定额");
    static final LocalDate LAST_DAY = LocalDate.of(2021, 8, 6);
    static final Instant IN_TIME = Instant.parse("2021-08-06T15:59:59.999Z");
    static final Instant TOO_LATE = Instant.parse("2021-08-06T16:00:00Z");
    static final Actor PROGRAM = Actor.program("test");
    static final Actor CITY_FINANCE =
            staff("杭州财务", Role.CITY_FINANCE, Scope.ofDivisions(Set.of(HANGZHOU)));
    static final Actor NINGBO_FINANCE =
            staff("宁波财务", Role.CITY_FINANCE, Scope.ofDivisions(Set.of(NINGBO)));
    static final Actor PROVINCE_FINANCE =
            staff("省级财务", Role.PROVINCE_FINANCE, Scope.ofDivisions(Set.of(HANGZHOU, NINGBO)));

    private PaymentFixtures() {}

    static Actor staff(String name, Role role, Scope scope) {
        return new Actor(AccountId.next(), PersonId.next(), name, role, "", scope, "test");
    }

    static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "水知白",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "test");
    }

    static OrderDraft draft(PersonId payer, LocalDate payUntil) {
        return draft(payer, HANGZHOU, payUntil, SESSION);
    }

    static OrderDraft draft(PersonId payer, DivisionCode city, LocalDate payUntil, UUID session) {
        var registration = Ids.next().toString();
        return new OrderDraft(
                new OrderDraft.About("registration", registration),
                new OrderDraft.Session(session, "2021年下半年职业技能统一鉴定"),
                new OrderDraft.Payer(payer, "水知白"),
                new OrderDraft.Payee(city, city.equals(HANGZHOU) ? "杭州市" : "宁波市"),
                List.of(
                        new FeeLine(FeeItem.THEORY, Money.ofYuan(35), FIXED),
                        new FeeLine(FeeItem.SKILLS, Money.ofYuan(400), FIXED),
                        new FeeLine(FeeItem.REVIEW, Money.ofYuan(260), FIXED)),
                new OrderDraft.Term(payUntil, CALENDAR),
                "registration/" + registration);
    }

    static Receipt receipt(String number, Instant arrivedAt) {
        return new Receipt(number, Ids.next(), Money.ofYuan(695), arrivedAt, arrivedAt);
    }
}
