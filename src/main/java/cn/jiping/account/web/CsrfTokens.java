package cn.jiping.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * 防跨站令牌: kept in a cookie that scripts cannot read, so that a visitor needs no session; each form
 * carries it masked anew.
 */
@Component
class CsrfTokens {
    private final CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();

    CsrfTokens(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        repository.setCookieName("JIPING_CSRF");
        repository.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax").path("/");
            if (secure) {
                cookie.secure(true);
            }
        });
    }

    CsrfTokenRepository repository() {
        return repository;
    }

    /** Another token after sign-in: one planted before is worth nothing. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        new CsrfAuthenticationStrategy(repository)
                .onAuthentication(
                        new AnonymousAuthenticationToken(
                                "renewal", "renewal", AuthorityUtils.createAuthorityList("NONE")),
                        request,
                        response);
    }
}
