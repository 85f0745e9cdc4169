package cn.jiping.account.web;

import cn.jiping.account.PlacePicker;
import cn.jiping.shared.Actor;
import cn.jiping.web.Choice;
import cn.jiping.web.PickList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The evaluation bodies inside the actor's scope. */
@Component
class BodiesToPick implements PickList {
    private final PlacePicker picker;

    BodiesToPick(PlacePicker picker) {
        this.picker = picker;
    }

    @Override
    public Kind kind() {
        return Kind.BODY;
    }

    @Override
    public List<Choice> choices(Actor actor) {
        return picker.bodies(actor, "").stream()
                .map(body -> new Choice(body.id().toString(), body.name()))
                .toList();
    }
}
