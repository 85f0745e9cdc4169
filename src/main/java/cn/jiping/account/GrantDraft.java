package cn.jiping.account;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 授权意向: which role is to be given where, from a day until a day, and why. */
public record GrantDraft(Role role, Where where, LocalDate from, LocalDate until, String reason) {

    /** What was picked as the place; nothing where the role is held for oneself. */
    public record Where(
            boolean everywhere, @Nullable DivisionCode division, @Nullable BodyId body) {
        public static Where everyPlace() {
            return new Where(true, null, null);
        }

        public static Where oneself() {
            return new Where(false, null, null);
        }

        public static Where in(DivisionCode division) {
            return new Where(false, division, null);
        }

        public static Where at(BodyId body) {
            return new Where(false, null, body);
        }
    }
}
