package cn.jiping.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every page its {@link Shell}, error pages included. Runs inside the security filters. */
@Component
class ShellFilter extends OncePerRequestFilter {
    private static final ActorSource NOBODY = new Nobody();

    private final ObjectProvider<ActorSource> actors;
    private final Routes routes;
    private final ObjectProvider<NavEntry> entries;
    private final BusinessClock clock;
    private final ObjectProvider<UnreadNotices> notices;
    private final boolean demo;

    ShellFilter(
            ObjectProvider<ActorSource> actors,
            Routes routes,
            ObjectProvider<NavEntry> entries,
            BusinessClock clock,
            ObjectProvider<UnreadNotices> notices,
            @Value("${jiping.demo:false}") boolean demo) {
        this.actors = actors;
        this.routes = routes;
        this.entries = entries;
        this.clock = clock;
        this.notices = notices;
        this.demo = demo;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!readable(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        request.setAttribute(Shell.ATTRIBUTE, shell(request));
        chain.doFilter(request, response);
    }

    /** Whether the query can be decoded; what cannot is refused before anything reads it. */
    private static boolean readable(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || !HttpMethod.GET.matches(request.getMethod())) {
            return true;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidParameterException _) {
            return false;
        }
    }

    private Shell shell(HttpServletRequest request) {
        return new Shell(
                request,
                actors.getIfAvailable(() -> NOBODY),
                routes,
                entries.stream().toList(),
                clock,
                notices.getIfAvailable(),
                demo);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Where no module signs people in, everybody is the public. */
    private static final class Nobody implements ActorSource {
        @Override
        public Actor actor(HttpServletRequest request) {
            return Actor.anybody(request.getRemoteAddr());
        }

        @Override
        public List<OtherGrant> otherGrants(HttpServletRequest request) {
            return List.of();
        }
    }
}
