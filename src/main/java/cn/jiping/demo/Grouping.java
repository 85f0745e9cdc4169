package cn.jiping.demo;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.GroupMeasure;
import cn.jiping.exam.SmallGroupStatus;
import cn.jiping.exam.SmallGroupView;
import cn.jiping.exam.SmallGroups;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.util.List;
import java.util.Map;

/** 演示的不足人数的组: proposed by the city, decided by the province, and some who leave because of it. */
@InDemo
class Grouping {
    private static final int LEAVES = 4;

    private final SmallGroups groups;
    private final Arrangements arrangements;
    private final TheSession session;
    private final Registering registering;
    private final Actors actors;

    Grouping(
            SmallGroups groups,
            Arrangements arrangements,
            TheSession session,
            Registering registering,
            Actors actors) {
        this.groups = groups;
        this.arrangements = arrangements;
        this.session = session;
        this.registering = registering;
        this.actors = actors;
    }

    /**
     * The city does not see the others; it asks to be pooled with the city of the province's seat.
     */
    void propose(DivisionCode city) {
        var clerk = actors.staff(Role.CITY_CLERK, city);
        groups.list(clerk, session.id()).stream()
                .filter(group -> group.status() == SmallGroupStatus.OPEN)
                .filter(group -> group.city().division().equals(city))
                .forEach(group ->
                        groups.propose(
                                clerk,
                                session.id(),
                                group.id(),
                                pool(
                                        city.equals(session.cities().getFirst())
                                                ? session.cities().get(1)
                                                : session.cities().getFirst()),
                                "本市只有 " + group.candidates() + " 人，建议与邻市合并开考（演示）",
                                group.version()));
    }

    private GroupMeasure pool(DivisionCode to) {
        return new GroupMeasure.Pool(new Entry.City(to, session.cityName(to)));
    }

    /** 合并 where another city has enough, otherwise 另定时间. */
    void decide() {
        var approver = actors.staff(Role.PROVINCE_APPROVER, session.province());
        groups.list(approver, session.id()).stream()
                .filter(group -> group.status().waiting())
                .forEach(group -> decide(approver, group));
    }

    private void decide(Actor approver, SmallGroupView group) {
        var limit = groups.limit(session.view()).orElseThrow().terms().threshold();
        var largest =
                groups.elsewhere(approver, session.id(), group.id()).entrySet().stream()
                        .max(Map.Entry.comparingByValue());
        var measure =
                largest.filter(other -> other.getValue() >= limit)
                        .map(other -> pool(other.getKey()))
                        .orElseGet(() -> new GroupMeasure.Move(session.season().otherDay()));
        groups.decide(approver, session.id(), group.id(), measure, "同意处理（演示）", group.version());
    }

    /** 调整后退出: every fourth of those whom it concerns, with the fee back. */
    void leave(Player player) {
        if (player.number() % LEAVES == 0 && changed(player)) {
            registering.withdraw(player);
        }
    }

    boolean changed(Player player) {
        var actor = actors.candidate(player);
        return entries(player).stream().anyMatch(entry -> groups.changed(actor, entry).isPresent());
    }

    private List<Entry> entries(Player player) {
        return arrangements.listOf(actors.candidate(player), actors.person(player)).stream()
                .filter(entry -> session.sittings().contains(entry.session()))
                .toList();
    }
}
