package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.SkillLevel;

/** 同一职业等级: who sits in one city of a session for one occupation and level. */
record GroupKey(SessionId session, DivisionCode city, String occupation, SkillLevel level) {
    static GroupKey of(Entry entry) {
        return new GroupKey(
                entry.session(), entry.city().division(), entry.occupation(), entry.level());
    }

    GroupKey in(DivisionCode other) {
        return new GroupKey(session, other, occupation, level);
    }
}
