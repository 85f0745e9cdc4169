package cn.jiping.account;

import cn.jiping.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 当前登录: who is signed in at this request, as the database says now: the roles valid today and the
 * one chosen. Without a chosen role the actor sees nothing but the own account.
 */
public record SignedIn(
        Actor actor,
        boolean candidate,
        @Nullable String userName,
        List<Grant> grants,
        @Nullable Grant active) {
    public SignedIn {
        grants = List.copyOf(grants);
    }
}
