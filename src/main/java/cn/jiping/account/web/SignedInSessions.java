package cn.jiping.account.web;

import cn.jiping.account.AccountSettings;
import cn.jiping.account.Entry;
import cn.jiping.account.GrantId;
import cn.jiping.account.Sessions;
import cn.jiping.account.SignIns;
import cn.jiping.account.SignedIn;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * 登录会话: between the session, which holds ids only, and who that is now. Asked once a request, of
 * the database, so that a right taken away is gone at the next click.
 */
@Component
class SignedInSessions implements SecurityContextRepository {
    private static final String KNOWN = SignedInSessions.class.getName();

    private final SignIns signIns;
    private final Sessions sessions;
    private final AccountSettings settings;
    private final Addresses addresses;
    private final CsrfTokens csrf;
    private final Clock clock;

    SignedInSessions(
            SignIns signIns,
            Sessions sessions,
            AccountSettings settings,
            Addresses addresses,
            CsrfTokens csrf,
            Clock clock) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.settings = settings;
        this.addresses = addresses;
        this.csrf = csrf;
        this.clock = clock;
    }

    /** Who is signed in; a session that is over is thrown away. */
    Optional<SignedIn> present(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Optional<?> known) {
            return known.map(SignedIn.class::cast);
        }
        var present = find(request);
        request.setAttribute(KNOWN, present);
        return present;
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(Sessions.ACCOUNT) instanceof String id)) {
            return Optional.empty();
        }
        var signedIn =
                signIns.present(
                        AccountId.of(id),
                        moment(session, Sessions.SINCE),
                        grant(session),
                        addresses.of(request));
        if (signedIn.isEmpty()) {
            session.invalidate();
        }
        return signedIn;
    }

    Actor actor(HttpServletRequest request) {
        return present(request)
                .map(SignedIn::actor)
                .orElseGet(() -> Actor.anybody(addresses.of(request)));
    }

    /** A new session under a new id; whatever was in an old one is gone. */
    void open(HttpServletRequest request, HttpServletResponse response, Entry entry) {
        if (present(request).filter(old -> !whose(old).equals(entry.account())).isPresent()) {
            leave(request);
        }
        close(request);
        sessions.makeRoom(entry.account());
        var session = request.getSession(true);
        session.setAttribute(Sessions.ACCOUNT, entry.account().toString());
        session.setAttribute(Sessions.SINCE, entry.at().toEpochMilli());
        session.setAttribute(Sessions.CONFIRMED, entry.at().toEpochMilli());
        session.setAttribute(Sessions.ATTEMPT, entry.attempt().toString());
        csrf.renew(request, response);
    }

    private static AccountId whose(SignedIn signedIn) {
        return signedIn.actor().requireAccount();
    }

    /** Signs out whoever is signed in. */
    void leave(HttpServletRequest request) {
        present(request).map(SignedIn::actor).ifPresent(sessions::left);
        close(request);
    }

    private void close(HttpServletRequest request) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.removeAttribute(KNOWN);
    }

    void confirmed(HttpServletRequest request, Entry entry) {
        request.changeSessionId();
        request.getSession().setAttribute(Sessions.CONFIRMED, entry.at().toEpochMilli());
    }

    boolean freshlyConfirmed(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && moment(session, Sessions.CONFIRMED)
                        .plus(settings.session().confirmedFor())
                        .isAfter(clock.instant());
    }

    void choose(HttpServletRequest request, GrantId grant) {
        request.changeSessionId();
        request.getSession().setAttribute(Sessions.GRANT, grant.toString());
        request.removeAttribute(KNOWN);
    }

    @Nullable UUID attempt(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.ATTEMPT) instanceof String attempt
                ? UUID.fromString(attempt)
                : null;
    }

    private static Instant moment(HttpSession session, String attribute) {
        return session.getAttribute(attribute) instanceof Long millis
                ? Instant.ofEpochMilli(millis)
                : Instant.EPOCH;
    }

    private static @Nullable GrantId grant(HttpSession session) {
        return session.getAttribute(Sessions.GRANT) instanceof String grant
                ? GrantId.of(grant)
                : null;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation") // asked by the interface, called by nobody
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        return present(request)
                .<SecurityContext>map(
                        signedIn -> new SecurityContextImpl(new AccountAuthentication(signedIn)))
                .orElseGet(SecurityContextImpl::new);
    }

    /** Sessions are opened by {@link #open} only. */
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // nothing of it is ever stored
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return present(request).isPresent();
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext found;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            var context = found;
            if (context == null) {
                context = context(request);
                found = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
