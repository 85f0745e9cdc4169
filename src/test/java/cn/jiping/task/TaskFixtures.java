package cn.jiping.task;

import cn.jiping.notice.Argument;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Offices of Hangzhou and its counties with people in them. */
@TestConfiguration(proxyBeanMethods = false)
class TaskFixtures {
    static final TaskKind SAMPLE = TaskKind.closedByItsModule("sample");
    static final TaskKind BY_HAND = TaskKind.doneByHand("sample");
    static final Source PRACTICE = new Source.Practice("示例期限");
    static final Actor PROGRAM = Actor.program("test");
    static final String XIHU = "330106";
    static final String YUHANG = "330110";
    static final String HANGZHOU = "330100";
    static final String NINGBO = "330200";
    static final String ZHEJIANG = "330000";

    /** 江干区, whose cases passed to 上城区 in 2021. */
    static final String FORMER_JIANGGAN = "330104";

    @Bean
    @Primary
    Town town() {
        return new Town();
    }

    static Actor actor(Role role, String... divisions) {
        return new Actor(
                AccountId.next(),
                null,
                role + " " + divisions[0],
                role,
                divisions[0],
                scope(divisions),
                "127.0.0.1");
    }

    static Actor everywhere(Role role) {
        return new Actor(AccountId.next(), null, role.name(), role, "", Scope.all(), "127.0.0.1");
    }

    static Scope scope(String... divisions) {
        return Scope.ofDivisions(
                Arrays.stream(divisions).map(DivisionCode::new).collect(Collectors.toSet()));
    }

    static TaskDraft draft(String key, Role role, String division) {
        return draft(SAMPLE, key, role, division, null);
    }

    static TaskDraft draft(
            TaskKind kind, String key, Role role, String division, @Nullable Deadline deadline) {
        return new TaskDraft(
                kind,
                List.of(Argument.of(key)),
                new TaskSubject("sample", key, "/authority/samples/" + key),
                new TaskPlace.Division(new DivisionCode(division)),
                Set.of(role),
                deadline,
                key);
    }

    /** What the modules territory and account would know. */
    static final class Town implements Offices {
        private static final Map<String, String> NAMES =
                Map.of(XIHU, "西湖区", YUHANG, "余杭区", HANGZHOU, "杭州市", NINGBO, "宁波市", ZHEJIANG, "浙江省");
        private final List<Actor> people = new CopyOnWriteArrayList<>();

        Actor employ(Actor actor) {
            people.add(actor);
            return actor;
        }

        @Override
        public String name(DivisionCode division) {
            return NAMES.getOrDefault(division.value(), division.value());
        }

        @Override
        public List<Colleague> holding(Role role, TaskPlace place) {
            return people.stream()
                    .filter(actor -> actor.role() == role && place.coveredBy(actor.scope()))
                    .map(actor -> new Colleague(actor.requireAccount(), actor.name()))
                    .toList();
        }

        @Override
        public List<Below> below(DivisionCode place, Office level) {
            return switch (place.value()) {
                case HANGZHOU -> List.of(below(XIHU), below(YUHANG));
                case ZHEJIANG -> List.of(below(HANGZHOU), below(NINGBO));
                default -> List.of(below(level == Office.CITY ? HANGZHOU : place.value()));
            };
        }

        private Below below(String code) {
            var division = new DivisionCode(code);
            return new Below(division, name(division));
        }
    }
}
