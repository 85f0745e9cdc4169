package cn.jiping.territory;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small invented province with two cities, and the people of these tests. */
final class TerritoryFixtures {
    static final DivisionCode PROVINCE = code("990000");
    static final DivisionCode EAST_CITY = code("990100");
    static final DivisionCode WEST_CITY = code("990200");
    static final DivisionCode LAKE = code("990101");
    static final DivisionCode HILL = code("990102");
    static final DivisionCode MINE = code("990201");
    static final DivisionCode NEW = code("990199");
    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    static final Actor ADMINISTRATOR =
            new Actor(
                    AccountId.next(),
                    PersonId.next(),
                    "管理员",
                    Role.ADMINISTRATOR,
                    "",
                    Scope.all(),
                    "127.0.0.1");

    private TerritoryFixtures() {}

    static DivisionCode code(String value) {
        return new DivisionCode(value);
    }

    static Set<DivisionCode> codes(String... values) {
        return Stream.of(values).map(DivisionCode::new).collect(Collectors.toSet());
    }

    static Decree decree(@Nullable LocalDate on) {
        return new Decree(Ids.next(), on, "批复", false, "管理员", Instant.EPOCH);
    }

    static DivisionTree smallProvince() {
        var start = decree(null);
        return DivisionTree.of(
                Ids.next(),
                List.of(
                        began(start, PROVINCE, "某省", DivisionLevel.PROVINCE, null),
                        began(start, EAST_CITY, "东市", DivisionLevel.CITY, PROVINCE),
                        began(start, WEST_CITY, "西市", DivisionLevel.CITY, PROVINCE),
                        began(start, LAKE, "湖区", DivisionLevel.COUNTY, EAST_CITY),
                        began(start, HILL, "山区", DivisionLevel.COUNTY, EAST_CITY),
                        began(start, MINE, "矿县", DivisionLevel.COUNTY, WEST_CITY)));
    }

    static DivisionTree after(DivisionTree tree, LocalDate on, Adjustment adjustment) {
        return tree.with(new Drafting(tree, decree(on)).changes(adjustment));
    }

    private static DivisionChange began(
            Decree decree,
            DivisionCode code,
            String name,
            DivisionLevel level,
            @Nullable DivisionCode parent) {
        return new DivisionChange(
                decree, code, new DivisionChange.Began(name, level, parent, false));
    }
}
