package cn.jiping.web;

import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** 身份来源: who acts in a request. The module that signs people in implements it as one bean. */
public interface ActorSource {
    /**
     * The actor of the request; {@link Actor#anybody} if nobody is signed in. Asked once a page.
     */
    Actor actor(HttpServletRequest request);

    /** The other roles the same account may change to, for the header; empty for most. */
    List<OtherGrant> otherGrants(HttpServletRequest request);

    /** Another role of the account: what the form sends, and what it says. */
    record OtherGrant(String id, Role role, String place) {}
}
