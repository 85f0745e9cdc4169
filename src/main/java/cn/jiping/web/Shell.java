package cn.jiping.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Door;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * 页眉: what every page shows about who is here, where and when. The request attribute {@code shell};
 * each part is found out only when a page asks for it.
 */
public final class Shell {
    /** The request attribute that templates read. */
    public static final String ATTRIBUTE = "shell";

    private final HttpServletRequest request;
    private final ActorSource actors;
    private final Routes routes;
    private final List<NavEntry> entries;
    private final BusinessClock clock;
    private final @Nullable UnreadNotices notices;
    private final boolean demo;
    private @Nullable Actor actor;

    Shell(
            HttpServletRequest request,
            ActorSource actors,
            Routes routes,
            List<NavEntry> entries,
            BusinessClock clock,
            @Nullable UnreadNotices notices,
            boolean demo) {
        this.request = request;
        this.actors = actors;
        this.routes = routes;
        this.entries = entries;
        this.clock = clock;
        this.notices = notices;
        this.demo = demo;
    }

    public Actor actor() {
        var known = actor;
        if (known == null) {
            known = actors.actor(request);
            actor = known;
        }
        return known;
    }

    public List<ActorSource.OtherGrant> otherGrants() {
        return actor().signedIn() ? actors.otherGrants(request) : List.of();
    }

    /** The door the actor works in; the public one if nobody is signed in. */
    public Door door() {
        var role = actor().role();
        return role == null ? Door.PUBLIC : role.door();
    }

    /** The links of the actor's door that the matrix opens to the role. */
    public List<Link> navigation() {
        var shown =
                entries.stream()
                        .filter(entry -> entry.door() == door() && may("GET", entry.path()))
                        .sorted(Comparator.comparingInt(NavEntry::order))
                        .toList();
        var current =
                shown.stream()
                        .map(NavEntry::path)
                        .filter(this::leadsHere)
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        return shown.stream()
                .map(e -> new Link(e.path(), "nav." + e.key(), e.path().equals(current)))
                .toList();
    }

    /** The same links without the one to the page that lists them. */
    public List<Link> navigationBeside(String page) {
        return navigation().stream().filter(link -> !link.path().equals(page)).toList();
    }

    private boolean leadsHere(String path) {
        return path().equals(path) || (!path.equals("/") && path().startsWith(path + "/"));
    }

    /** Whether the actor may call the route; false also if the matrix does not know it. */
    public boolean may(String method, String path) {
        var role = actor().role();
        var asked = HttpMethod.valueOf(method);
        if (role != null) {
            return routes.allows(role, asked, path);
        }
        return routes.match(asked, path)
                .map(route ->
                        route.access() == Route.Access.ANYONE
                                || (route.access() == Route.Access.SIGNED_IN && actor().signedIn()))
                .orElse(false);
    }

    /** Whether the header leads to the actor's messages. */
    public boolean noticesShown() {
        return notices != null && actor().signedIn() && may("GET", "/account/notices");
    }

    /** How many of them are unread. */
    public long unread() {
        return notices == null ? 0 : notices.unread(actor());
    }

    /** The path of the page. */
    private String path() {
        return request.getRequestURI();
    }

    /**
     * Where links that come back to this page lead: the page itself, or the start page where the
     * request failed, since what was asked for then may be anything.
     */
    public String here() {
        return failed() || path().startsWith("//") ? "/" : path();
    }

    boolean failed() {
        return request.getDispatcherType() == DispatcherType.ERROR;
    }

    /** Whether this installation is a demonstration with generated people. */
    public boolean demo() {
        return demo;
    }

    /** Whether the header offers to move the business clock. */
    public boolean clockShown() {
        return demo && clock.movable();
    }

    /** How far the business clock was moved when this page was made, in milliseconds. */
    public long clockAhead() {
        return clock.ahead().toMillis();
    }

    /** 业务时间 in China Standard Time. */
    public LocalDateTime now() {
        return clock.localNow();
    }

    /** A link in the header: path, message key, whether the page lies below it. */
    public record Link(String path, String key, boolean current) {}
}
