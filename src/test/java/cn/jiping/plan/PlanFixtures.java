package cn.jiping.plan;

import cn.jiping.plan.SessionDraft.Offer;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.util.List;
import java.util.Set;

/** The unified session of October 2021 in Zhejiang and the people who open it. */
public final class PlanFixtures {
    public static final Jurisdiction ZHEJIANG = new Jurisdiction("33");
    public static final SessionCode OCTOBER = new SessionCode("2021-10");
    public static final DivisionCode PROVINCE = new DivisionCode("330000");
    public static final DivisionCode HANGZHOU = new DivisionCode("330100");
    public static final DivisionCode NINGBO = new DivisionCode("330200");
    public static final BodyId BODY = BodyId.of("019a0000-0000-7000-8000-0000000d3301");

    public static final Actor CLERK = actor("林知夏", Role.PROVINCE_CLERK, PROVINCE);
    public static final Actor APPROVER = actor("许远山", Role.PROVINCE_APPROVER, PROVINCE);
    public static final Actor CITY = actor("顾明轩", Role.CITY_CLERK, HANGZHOU);
    public static final Actor OTHER_CITY = actor("沈同川", Role.CITY_CLERK, NINGBO);

    private PlanFixtures() {}

    public static Actor actor(String name, Role role, DivisionCode place) {
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                name,
                role,
                "",
                Scope.ofDivisions(Set.of(place)),
                "test");
    }

    public static SessionDraft draft(Offer... offers) {
        return new SessionDraft(
                ZHEJIANG, OCTOBER, "浙江省2021年10月职业资格全省统一鉴定", List.of(offers), Ids.next().toString());
    }

    public static Offer offer(String occupation) {
        return offer(occupation, SkillLevel.SENIOR_TECHNICIAN);
    }

    public static Offer offer(String occupation, SkillLevel level) {
        return new Offer(occupation, level, SubjectForm.WRITTEN, SubjectForm.PRACTICAL);
    }
}
