package cn.jiping.account.web;

import cn.jiping.account.AccountSettings;
import cn.jiping.account.Grant;
import cn.jiping.account.SignedIn;
import cn.jiping.keys.Vault;
import cn.jiping.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 表单的保留: keeps a guarded form in the session of its sender, encrypted and without secrets, for the
 * minutes it takes to confirm. It is handed out once, to the same session in the same role.
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

    private final Vault vault;
    private final SignedInSessions sessions;
    private final AccountSettings settings;
    private final Clock clock;

    HeldForms(Vault vault, SignedInSessions sessions, AccountSettings settings, Clock clock) {
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
        var form =
                new HeldForm(
                        Ids.next().toString(),
                        path,
                        grant(request),
                        clock.instant().plus(settings.session().formHeldFor()).toEpochMilli(),
                        fields(request));
        var written = JSON.writeValueAsString(form);
        if (written.length() > LARGEST) {
            return Optional.empty();
        }
        var sealed = Base64.getEncoder().encodeToString(vault.encrypt(written, CONTEXT));
        request.getSession().setAttribute(HELD, sealed);
        return Optional.of(form.id());
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

    /** The form, once; empty if it is another, too old or was sent in another role. */
    Optional<HeldForm> take(HttpServletRequest request, String id) {
        var found = find(request, id);
        found.ifPresent(_ -> request.getSession().removeAttribute(HELD));
        return found;
    }

    /** The form, if it can still be taken. */
    Optional<HeldForm> find(HttpServletRequest request, String id) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(HELD) instanceof String sealed)) {
            return Optional.empty();
        }
        var plain = vault.decrypt(Base64.getDecoder().decode(sealed), CONTEXT);
        return Optional.of(JSON.readValue(plain, HeldForm.class))
                .filter(form -> form.id().equals(id))
                .filter(form -> form.grant().equals(grant(request)))
                .filter(form -> clock.millis() < form.until());
    }

    private String grant(HttpServletRequest request) {
        return sessions.present(request)
                .map(SignedIn::active)
                .map(Grant::id)
                .map(Object::toString)
                .orElse("");
    }
}
