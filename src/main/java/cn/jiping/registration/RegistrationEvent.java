package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import java.time.Instant;

/** 报名事件. */
public sealed interface RegistrationEvent {
    ApplicationRef application();

    Instant at();

    /** Which application, whose, and where. */
    record ApplicationRef(
            SessionId session, ApplicationId id, PersonId person, DivisionCode city, BodyId body) {
        static ApplicationRef of(Application application) {
            var opening = application.opening();
            return new ApplicationRef(
                    opening.session(),
                    application.id(),
                    opening.person(),
                    opening.place().city(),
                    opening.place().body());
        }
    }

    /** 已提交, for the first time or corrected. */
    record HandedIn(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 取回修改. */
    record TakenBack(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 初审通过，或者机构逾期未初审而转市复审. */
    record SentToCity(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 退回补正. */
    record Returned(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 审核未通过. */
    record Refused(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 审核通过，待缴费. */
    record Admitted(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 报名成功. */
    record Confirmed(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 逾期失效. */
    record Lapsed(ApplicationRef application, Instant at) implements RegistrationEvent {}

    /** 已撤回. */
    record Withdrawn(ApplicationRef application, Instant at) implements RegistrationEvent {}
}
