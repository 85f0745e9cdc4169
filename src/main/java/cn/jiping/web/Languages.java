package cn.jiping.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * 语言: Chinese, whatever the browser asks for, until the person switches with {@code ?lang=en}; a
 * cookie remembers it. Chinese and English are all there is.
 */
final class Languages implements LocaleResolver, HandlerInterceptor {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "JIPING_LANG";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Map<String, Locale> KNOWN =
            Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = asked(request);
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var remembered = cookie == null ? null : known(cookie.getValue());
        return remembered == null ? Locale.SIMPLIFIED_CHINESE : remembered;
    }

    /** Read from the query itself: this must work for requests whose parameters cannot be read. */
    private static @Nullable Locale asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? null
                : KNOWN.keySet().stream()
                        .filter(language -> ("&" + query + "&").contains(sent(language)))
                        .findAny()
                        .map(KNOWN::get)
                        .orElse(null);
    }

    private static String sent(String language) {
        return "&" + PARAMETER + "=" + language + "&";
    }

    private static @Nullable Locale known(@Nullable String language) {
        return language == null ? null : KNOWN.get(language);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = asked(request);
        if (asked != null && HttpMethod.GET.matches(request.getMethod())) {
            setLocale(request, response, asked);
        }
        return true;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response != null && locale != null) {
            var cookie = new Cookie(COOKIE, locale.getLanguage());
            cookie.setPath("/");
            cookie.setMaxAge((int) REMEMBERED.toSeconds());
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            cookie.setSecure(request.isSecure());
            response.addCookie(cookie);
        }
    }
}
