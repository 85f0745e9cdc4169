package cn.jiping.account.web;

import cn.jiping.account.AccountSettings;
import cn.jiping.account.Grant;
import cn.jiping.account.HeldFormStore;
import cn.jiping.account.SignedIn;
import cn.jiping.keys.Vault;
import cn.jiping.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 表单的保留: keeps a guarded form for its sender, encrypted and without secrets, for the minutes it
 * takes to confirm. It is handed out once, to the same session in the same role; the session holds
 * its id only.
 */
@Component
class HeldForms {
    private static final String HELD = "heldForm";
    private static final String CONTEXT = "account.form.held";
    private static final int LARGEST = 30_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What proves who somebody is, and the token of the page; never kept. */
    private static final Set<String> SECRETS =
            Set.of(
                    "_csrf",
                    "password",
                    "newPassword",
                    "newPasswordAgain",
                    "code",
                    "oldCode",
                    "newCode");

    private final HeldFormStore store;
    private final Vault vault;
    private final SignedInSessions sessions;
    private final AccountSettings settings;
    private final Clock clock;

    HeldForms(
            HeldFormStore store,
            Vault vault,
            SignedInSessions sessions,
            AccountSettings settings,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps what was sent to the path; empty if it is no plain form or too large to be kept. */
    Optional<String> hold(HttpServletRequest request, String path) {
        if (!plain(request)) {
            return Optional.empty();
        }
        var written = JSON.writeValueAsString(new HeldForm(path, grant(request), fields(request)));
        if (written.length() > LARGEST) {
            return Optional.empty();
        }
        var id = Ids.next();
        store.keep(
                id,
                vault.encrypt(written, CONTEXT),
                clock.instant().plus(settings.session().formHeldFor()));
        request.getSession().setAttribute(HELD, id.toString());
        return Optional.of(id.toString());
    }

    static boolean plain(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals(HttpMethod.POST.name())
                && (type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!SECRETS.contains(name)) {
                        fields.put(name, Arrays.asList(values));
                    }
                });
        return fields;
    }

    /**
     * The form, once: of requests at the same moment, one gets it. Empty if it is another's, too
     * old or was sent in another role.
     */
    Optional<HeldForm> take(HttpServletRequest request, String id) {
        return own(request, id)
                .flatMap(own -> store.take(own, clock.instant()))
                .flatMap(content -> open(request, content));
    }

    /** Whether the form of this session has been taken: the page was sent twice. */
    boolean taken(HttpServletRequest request, String id) {
        return own(request, id).filter(store::taken).isPresent();
    }

    /** The form, if it can still be taken. */
    Optional<HeldForm> find(HttpServletRequest request, String id) {
        return own(request, id)
                .flatMap(own -> store.load(own, clock.instant()))
                .flatMap(content -> open(request, content));
    }

    private static Optional<UUID> own(HttpServletRequest request, String id) {
        var session = request.getSession(false);
        return session != null && id.equals(session.getAttribute(HELD))
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    private Optional<HeldForm> open(HttpServletRequest request, byte[] content) {
        return Optional.of(JSON.readValue(vault.decrypt(content, CONTEXT), HeldForm.class))
                .filter(form -> form.grant().equals(grant(request)));
    }

    private String grant(HttpServletRequest request) {
        return sessions.present(request)
                .map(SignedIn::active)
                .map(Grant::id)
                .map(Object::toString)
                .orElse("");
    }
}
