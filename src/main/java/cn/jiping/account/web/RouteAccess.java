package cn.jiping.account.web;

import cn.jiping.account.SignedIn;
import cn.jiping.shared.Actor;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** 路由准入: asks the matrix for every request; what it does not list nobody may call. */
@Component
class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String VERDICT = RouteAccess.class.getName();

    /** 准入结论. */
    enum Verdict {
        GRANTED,
        /** The matrix has no such path. */
        UNKNOWN,
        /** It has the path, with another method. */
        OTHER_METHOD,
        /** Somebody signed in might. */
        SIGN_IN,
        /** The account has roles, but none is chosen or the chosen one is over. */
        CHOOSE_ROLE,
        /** Not in this role. */
        FORBIDDEN,
        /** Password or code must be given once more. */
        CONFIRM
    }

    private final Routes routes;
    private final SignedInSessions sessions;

    RouteAccess(Routes routes, SignedInSessions sessions) {
        this.routes = routes;
        this.sessions = sessions;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        var verdict = judge(context.getRequest());
        context.getRequest().setAttribute(VERDICT, verdict);
        return new AuthorizationDecision(verdict == Verdict.GRANTED);
    }

    static Verdict verdict(HttpServletRequest request) {
        return request.getAttribute(VERDICT) instanceof Verdict verdict
                ? verdict
                : Verdict.FORBIDDEN;
    }

    private Verdict judge(HttpServletRequest request) {
        return judge(HttpMethod.valueOf(request.getMethod()), path(request), request);
    }

    /** Whether who asks may call the other route right now, too. */
    boolean grants(HttpMethod method, String path, HttpServletRequest request) {
        return judge(method, path, request) == Verdict.GRANTED;
    }

    private Verdict judge(HttpMethod method, String path, HttpServletRequest request) {
        return routes.match(method, path)
                .map(route -> judge(route, request))
                .orElseGet(() -> knownOtherwise(path) ? Verdict.OTHER_METHOD : Verdict.UNKNOWN);
    }

    /** Whether the route takes requests without the page's token. */
    boolean open(HttpServletRequest request) {
        return routes.match(HttpMethod.valueOf(request.getMethod()), path(request))
                .filter(Route::tokenless)
                .isPresent();
    }

    private boolean knownOtherwise(String path) {
        return Stream.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                .anyMatch(method -> routes.match(method, path).isPresent());
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private Verdict judge(Route route, HttpServletRequest request) {
        return switch (route.access()) {
            case ANYONE -> Verdict.GRANTED;
            case SIGNED_IN ->
                    signedIn(request).isEmpty() ? Verdict.SIGN_IN : confirmed(route, request);
            case ROLES -> inRole(route, request);
            case ROLES_OR_LOOPBACK ->
                    Addresses.loopback(request) ? Verdict.GRANTED : inRole(route, request);
        };
    }

    private Verdict inRole(Route route, HttpServletRequest request) {
        var actor = signedIn(request).map(SignedIn::actor);
        if (actor.isEmpty()) {
            return Verdict.SIGN_IN;
        }
        var role = actor.map(Actor::role);
        if (role.isEmpty()) {
            return Verdict.CHOOSE_ROLE;
        }
        return role.filter(route.roles()::contains).isPresent()
                ? confirmed(route, request)
                : Verdict.FORBIDDEN;
    }

    private Verdict confirmed(Route route, HttpServletRequest request) {
        return !route.stepUp() || sessions.freshlyConfirmed(request)
                ? Verdict.GRANTED
                : Verdict.CONFIRM;
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        return sessions.present(request);
    }
}
