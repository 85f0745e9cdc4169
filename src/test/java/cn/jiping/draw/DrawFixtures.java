package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Place;
import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.DrawAnnouncement.PublicSource;
import cn.jiping.draw.DrawAnnouncement.Seat;
import cn.jiping.draw.DrawAnnouncement.Seats;
import cn.jiping.draw.DrawAnnouncement.Subject;
import cn.jiping.draw.DrawAnnouncement.Times;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A draw of assessors in Hangzhou: the centre commits as A, the evaluation body as B. */
final class DrawFixtures {
    static final DrawId ID = DrawId.of("018ebcd4-6f00-7000-8000-000000000031");
    static final DivisionCode HANGZHOU = new DivisionCode("330100");
    static final BodyId BODY = BodyId.of("018ebcd4-6f00-7000-8000-0000000000b0");
    static final Instant ANNOUNCED = Instant.parse("2024-04-08T01:00:00Z");
    static final Instant COMMIT_BY = Instant.parse("2024-04-08T08:00:00Z");
    static final Instant VALUE_FROM = Instant.parse("2024-04-09T13:15:00Z");
    static final Instant REVEAL_BY = Instant.parse("2024-04-10T04:00:00Z");
    static final Times TIMES = new Times(COMMIT_BY, VALUE_FROM, REVEAL_BY, ANNOUNCED);

    static final Actor CENTRE = clerk("林知夏");
    static final Actor COLLEAGUE = clerk("许远山");
    static final Actor HEAD_OF_BODY = headOf(BODY, "顾明轩");

    static final Secret SECRET_A =
            new Secret("57829664d5b43f671e60a661223a9fc8", "00112233445566778899aabbccddeeff");
    static final Secret SECRET_B =
            new Secret("dice-4613522642-1534261", "ffeeddccbbaa99887766554433221100");
    static final String VALUE = "20240409-047-3816";
    static final String REFERENCE = "第2024093期 开奖公告";

    private DrawFixtures() {}

    static Actor clerk(String name) {
        return actor(name, Role.CITY_CLERK, Scope.ofDivisions(Set.of(HANGZHOU)));
    }

    static Actor headOf(BodyId body, String name) {
        return actor(name, Role.BODY_HEAD, Scope.ofBody(body));
    }

    static Actor actor(String name, Role role, Scope scope) {
        return new Actor(AccountId.next(), PersonId.next(), name, role, "", scope, "test");
    }

    static Heading heading() {
        return new Heading(
                "assessor",
                "考评员随机抽取",
                new Subject("plan", "2024-330100-0217"),
                new Place(HANGZHOU, BODY),
                new Source.Clause("ZJ2023-20", "二(五)"),
                false,
                null);
    }

    static DrawAnnouncement announcement(DrawRules rules, List<PoolEntry> pool) {
        return new DrawAnnouncement(
                heading(),
                TIMES,
                new Seats(
                        new Seat(Seat.Sitter.AUTHORITY, "杭州市技能评价中心"),
                        new Seat(Seat.Sitter.BODY, "钱江职业技能培训学校")),
                new PublicSource(
                        PublicSource.Origin.EXTERNAL_REFERENCE,
                        "福利彩票3D 2024093期开奖号码",
                        "中国福利彩票官方网站"),
                rules,
                new Pool(pool, List.of(EXCLUDED)),
                "key-1");
    }

    static final Exclusion EXCLUDED =
            new Exclusion(
                    "KP3310432", "林怀瑾", "现工作单位就是本次评价机构", new Source.Clause("ZJ2022-16", "五(五)"));

    static Draw announced(DrawRules rules, List<PoolEntry> pool) {
        return Draw.announce(Announced.of(ID, ANNOUNCED, announcement(rules, pool)));
    }

    static Draw committed(DrawRules rules, List<PoolEntry> pool) {
        var draw = announced(rules, pool);
        draw.commit(
                Party.A,
                Formulas.commitment(draw.hash(), Party.A, SECRET_A),
                CENTRE,
                ANNOUNCED.plusSeconds(60));
        draw.commit(
                Party.B,
                Formulas.commitment(draw.hash(), Party.B, SECRET_B),
                HEAD_OF_BODY,
                ANNOUNCED.plusSeconds(120));
        return draw;
    }

    static Draw valueFixed(DrawRules rules, List<PoolEntry> pool) {
        var draw = committed(rules, pool);
        draw.fix(VALUE, REFERENCE, COLLEAGUE, VALUE_FROM);
        return draw;
    }

    static Draw drawn(DrawRules rules, List<PoolEntry> pool) {
        var draw = valueFixed(rules, pool);
        var later = VALUE_FROM.plus(Duration.ofHours(1));
        draw.reveal(Party.A, SECRET_A, CENTRE, later);
        draw.reveal(Party.B, SECRET_B, HEAD_OF_BODY, later);
        draw.draw(later);
        return draw;
    }

    /** KP1001, KP1002, … of two grades in turn and of seven employers. */
    static List<PoolEntry> assessors(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i ->
                        assessor("KP" + (1000 + i), i % 2 == 0 ? "高级考评员" : "考评员", "单位" + i % 7))
                .toList();
    }

    static PoolEntry assessor(String number, String grade, String employer) {
        return new PoolEntry(number, "考评员" + number, 1, Map.of("等级", grade, "单位", employer));
    }

    static PoolEntry weighing(String number, int weight) {
        return new PoolEntry(number, "", weight, Map.of());
    }

    static List<String> numbers(List<Pick> picks) {
        return picks.stream().map(Pick::number).toList();
    }
}
