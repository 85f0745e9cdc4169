package cn.jiping.web;

import cn.jiping.shared.Role;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/** 路由: one line of the matrix role × route; metered if one caller may ask only so often. */
public record Route(
        HttpMethod method,
        PathPattern path,
        Access access,
        Set<Role> roles,
        Protection protection,
        boolean metered) {

    /** Who may come at all. */
    public enum Access {
        /** Everybody, signed in or not. */
        ANYONE,
        /** Every account, whatever its role. */
        SIGNED_IN,
        /** The roles listed. */
        ROLES,
        /** The roles listed, and requests from this machine (for monitoring). */
        ROLES_OR_LOOPBACK
    }

    /** What a request must bring beside the right to come. */
    public enum Protection {
        /** The page's token with each change, as always. */
        TOKEN,
        /** The same, and a password given a moment ago. */
        STEP_UP,
        /** Nothing: a question that changes nothing, asked by programs without a session. */
        OPEN,
        /** The sender's signature inside the request, which the handler checks; no session. */
        SIGNED
    }

    /** Whether programs without a session and its token call it. */
    public boolean tokenless() {
        return protection == Protection.OPEN || protection == Protection.SIGNED;
    }

    public boolean stepUp() {
        return protection == Protection.STEP_UP;
    }

    public Route {
        roles = Set.copyOf(roles);
    }
}
