package cn.jiping.account;

import cn.jiping.shared.Actor;
import cn.jiping.web.Choice;
import cn.jiping.web.PickList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** 演示机构: the one body of the demo, for those whose scope covers its city. */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
class DemoBodyToPick implements PickList {
    @Override
    public Kind kind() {
        return Kind.BODY;
    }

    @Override
    public List<Choice> choices(Actor actor) {
        return actor.scope().covers(DemoAccounts.CITY)
                ? List.of(new Choice(DemoAccounts.BODY.toString(), DemoAccounts.BODY_NAME))
                : List.of();
    }
}
