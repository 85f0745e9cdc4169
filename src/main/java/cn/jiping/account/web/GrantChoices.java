package cn.jiping.account.web;

import cn.jiping.account.PlacePicker;
import cn.jiping.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts into a page what the form of a role offers to pick. */
@Component
class GrantChoices {
    private final PlacePicker picker;

    GrantChoices(PlacePicker picker) {
        this.picker = picker;
    }

    void offer(Actor actor, GrantForm form, Model model) {
        model.addAttribute("grant", form);
        model.addAttribute("roles", picker.roles());
        model.addAttribute("places", picker.groups(actor));
        model.addAttribute("everywhere", actor.scope().everywhere());
        model.addAttribute("knowsBodies", picker.knowsBodies());
        model.addAttribute("fewBodies", picker.fewBodies(actor));
        model.addAttribute("bodies", picker.bodies(actor, IdentityForm.text(form.bodyName())));
    }
}
