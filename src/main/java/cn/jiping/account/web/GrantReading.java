package cn.jiping.account.web;

import cn.jiping.account.AccountChecks;
import cn.jiping.account.GrantDraft;
import cn.jiping.account.PlacePicker;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 授权表的读取: what was typed about a role, against what the administrator may give. */
@Component
class GrantReading {
    private final PlacePicker picker;
    private final AccountChecks checks;

    GrantReading(PlacePicker picker, AccountChecks checks) {
        this.picker = picker;
        this.checks = checks;
    }

    /**
     * @throws InvalidInput naming every field that cannot be read or does not fit
     */
    GrantDraft read(Actor actor, GrantForm form) {
        return form.read(
                name -> name.isBlank() ? List.of() : picker.bodies(actor, name),
                new GrantForm.Rules() {
                    @Override
                    public void requirePlace(Role role, GrantDraft.Where where) {
                        checks.requirePlace(actor, role, where);
                    }

                    @Override
                    public void requireTerm(
                            @Nullable LocalDate from, @Nullable LocalDate until, String reason) {
                        checks.requireTerm(from, until, reason);
                    }
                });
    }
}
