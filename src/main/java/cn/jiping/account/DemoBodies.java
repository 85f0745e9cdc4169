package cn.jiping.account;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** 演示机构: the one body of the demo, for those whose scope covers its city or the body itself. */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
class DemoBodies implements BodyDirectory {
    private static final Entry ONLY =
            new Entry(DemoAccounts.BODY, DemoAccounts.BODY_NAME, DemoAccounts.CITY);

    @Override
    public List<Entry> search(Scope scope, String text, int atMost) {
        return inside(scope).filter(body -> body.name().contains(text)).limit(atMost).toList();
    }

    @Override
    public Optional<Entry> find(Scope scope, BodyId body) {
        return inside(scope).filter(entry -> entry.id().equals(body)).findAny();
    }

    private static Stream<Entry> inside(Scope scope) {
        return Stream.of(ONLY)
                .filter(body -> scope.covers(body.division()) || scope.covers(body.id()));
    }
}
