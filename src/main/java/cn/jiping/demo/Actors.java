package cn.jiping.demo;

import cn.jiping.account.Caller;
import cn.jiping.account.DemoAccounts;
import cn.jiping.account.MyAccount;
import cn.jiping.account.NewAccount;
import cn.jiping.account.SignIns;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** 演示的登录: who acts, as the platform knows them once they are signed in. */
@InDemo
class Actors {
    private static final String DEVICE = "演示";
    private static final int BY_CODE = 10;

    private final DemoAccounts accounts;
    private final SignIns signIns;
    private final MyAccount own;
    private final Map<Integer, Actor> candidates = new ConcurrentHashMap<>();
    private final Map<Post, Actor> staff = new ConcurrentHashMap<>();

    Actors(DemoAccounts accounts, SignIns signIns, MyAccount own) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.own = own;
    }

    /** A role in one city. */
    private record Post(Role role, DivisionCode city) {}

    Actor staff(Role role, DivisionCode city) {
        return staff.computeIfAbsent(
                new Post(role, city), post -> accounts.actor(post.role(), post.city()));
    }

    /**
     * One of ten signs in by phone and code and says who they are; the others did so before, as the
     * demo's staff did.
     */
    Actor candidate(Player player) {
        return candidates.computeIfAbsent(player.number(), _ -> signIn(player));
    }

    PersonId person(Player player) {
        return Objects.requireNonNull(candidate(player).person());
    }

    private Actor signIn(Player player) {
        var identity = new NewAccount.Identity(player.name(), player.document(), null, null);
        if (player.number() % BY_CODE != 0) {
            return accounts.candidate(player.phone(), identity);
        }
        var caller = new Caller(player.address(), DEVICE);
        var known = accounts.candidate(player.phone());
        var actor = known.orElseGet(() -> withCode(player, caller));
        if (actor.person() != null) {
            return actor;
        }
        own.identify(actor, identity, caller);
        return accounts.candidate(player.phone()).orElseThrow();
    }

    private Actor withCode(Player player, Caller caller) {
        var code = Objects.requireNonNull(signIns.sendCode(player.phone(), caller).shown());
        var entry = signIns.withCode(player.phone(), code, caller);
        return signIns.present(entry.account(), entry.at(), null, caller.address())
                .orElseThrow()
                .actor();
    }
}
