package cn.jiping.account.web;

import cn.jiping.shared.Role;
import cn.jiping.web.Denial;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * 拒绝访问的答复: a page for people, a problem for machines, and where to go now. A guarded form whose
 * route has a check beside it is checked before the password is asked for.
 */
@Component
class AccessAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String API = "/api/";
    private static final String CHECK = "/check";
    private static final String CONFIRM = "/account/confirm";

    private final LocalPaths paths;
    private final ConfirmedActs acts;
    private final HeldForms held;

    AccessAnswers(LocalPaths paths, ConfirmedActs acts, HeldForms held) {
        this.paths = paths;
        this.acts = acts;
        this.held = held;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        answer(request, response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof CsrfException) {
            forged(request, response);
        } else {
            answer(request, response);
        }
    }

    private static void forged(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (tooLarge(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            Denial.send(request, response, HttpStatus.FORBIDDEN, "access.forged");
        }
    }

    /** A form over the size limit cannot be read, so its token seems to be missing. */
    private static boolean tooLarge(HttpServletRequest request)
            throws IOException, ServletException {
        var type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return false;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (RouteAccess.verdict(request)) {
            case UNKNOWN -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case OTHER_METHOD -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            case SIGN_IN ->
                    send(
                            request,
                            response,
                            signIn(request),
                            HttpStatus.UNAUTHORIZED,
                            "access.sign-in");
            case CHOOSE_ROLE ->
                    send(
                            request,
                            response,
                            "/account/role",
                            HttpStatus.FORBIDDEN,
                            "access.choose-role");
            case CONFIRM -> confirmFirst(request, response);
            case GRANTED, FORBIDDEN ->
                    Denial.send(request, response, HttpStatus.FORBIDDEN, "access.forbidden");
        }
    }

    /** To the check of the form, if there is one, which sends on to the confirmation. */
    private void confirmFirst(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var check = RouteAccess.path(request) + CHECK;
        if (HeldForms.plain(request) && !byScript(request) && acts.checked(check)) {
            request.getRequestDispatcher(check).forward(request, response);
        } else {
            send(request, response, CONFIRM, HttpStatus.FORBIDDEN, "access.confirm");
        }
    }

    /**
     * From the check of a form with nothing wrong to the confirmation; the form waits meanwhile.
     */
    String confirmFirst(HttpServletRequest request) {
        return "redirect:" + CONFIRM + after(request, CONFIRM, "Referer");
    }

    private static boolean byScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Behind the candidates' door one signs in by phone. */
    private static String signIn(HttpServletRequest request) {
        return (RouteAccess.path(request) + "/").startsWith(Role.CANDIDATE.door().path() + "/")
                ? "/sign-in/phone"
                : "/sign-in";
    }

    /** People are sent to where they can do something about it, machines are told. */
    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String page,
            HttpStatus status,
            String code)
            throws IOException {
        if (RouteAccess.path(request).startsWith(API)) {
            Denial.send(request, response, status, code);
        } else if (byScript(request)) {
            response.setHeader("HX-Redirect", page + after(request, page, "HX-Current-URL"));
            response.setStatus(status.value());
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", page + after(request, page, "Referer"));
        }
    }

    private String after(HttpServletRequest request, String page, String cameFrom) {
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var query = request.getQueryString();
        var then =
                reading && !byScript(request)
                        ? paths.of(RouteAccess.path(request) + (query == null ? "" : "?" + query))
                        : paths.within(request.getHeader(cameFrom));
        var told = new ArrayList<String>();
        then.ifPresent(path -> told.add("then=" + encode(path)));
        if (!reading) {
            told.add("undone=true");
            var path = guarded(request);
            acts.code(HttpMethod.valueOf(request.getMethod()), path)
                    .ifPresent(code -> told.add("act=" + encode(code)));
            if (page.equals(CONFIRM)) {
                held.hold(request, path).ifPresent(id -> told.add("held=" + id));
            }
        }
        return told.isEmpty() ? "" : "?" + String.join("&", told);
    }

    /** The route itself, where its check is asked. */
    private static String guarded(HttpServletRequest request) {
        var path = RouteAccess.path(request);
        return path.endsWith(CHECK) ? path.substring(0, path.length() - CHECK.length()) : path;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
