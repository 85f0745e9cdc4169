package cn.jiping.notice;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;

/** 收件人, as the sending module knows them; who that is today is looked up when it is sent. */
public sealed interface Recipient {
    record OfAccount(AccountId account) implements Recipient {}

    record OfPerson(PersonId person) implements Recipient {}

    /** Everybody holding the role, wherever. */
    record Holding(Role role) implements Recipient {}

    /** Everybody holding the role whose scope covers the division. */
    record HoldingIn(Role role, DivisionCode division) implements Recipient {}

    /** Everybody holding the role at the body. */
    record HoldingAt(Role role, BodyId body) implements Recipient {}
}
