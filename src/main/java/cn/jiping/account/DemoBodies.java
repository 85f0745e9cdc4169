package cn.jiping.account;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * 演示机构: one body in each city of the demo, for those whose scope covers its city or the body
 * itself.
 */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
public class DemoBodies implements BodyDirectory {
    static final List<Entry> ALL =
            List.of(
                    new Entry(DemoAccounts.BODY, DemoAccounts.BODY_NAME, DemoAccounts.CITY),
                    in("330200", "宁波"),
                    in("330300", "温州"),
                    in("330400", "嘉兴"),
                    in("330500", "湖州"),
                    in("330600", "绍兴"),
                    in("330700", "金华"),
                    in("330800", "衢州"),
                    in("330900", "舟山"),
                    in("331000", "台州"),
                    in("331100", "丽水"));

    private static Entry in(String city, String name) {
        return new Entry(
                BodyId.of("019a0000-0000-7000-8000-0000000d" + city.substring(0, 4)),
                name + "演示职业技能评价中心",
                new DivisionCode(city));
    }

    /** All of them, the demo's own city first. */
    public List<Entry> list() {
        return ALL;
    }

    @Override
    public List<Entry> search(Scope scope, String text, int atMost) {
        return inside(scope).filter(body -> body.name().contains(text)).limit(atMost).toList();
    }

    @Override
    public Optional<Entry> find(Scope scope, BodyId body) {
        return inside(scope).filter(entry -> entry.id().equals(body)).findAny();
    }

    private static Stream<Entry> inside(Scope scope) {
        return ALL.stream()
                .filter(body -> scope.covers(body.division()) || scope.covers(body.id()));
    }
}
