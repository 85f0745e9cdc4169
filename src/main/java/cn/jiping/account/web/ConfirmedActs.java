package cn.jiping.account.web;

import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** 需要再次确认身份的操作: what each is called on the page that asks for it. */
@Component
class ConfirmedActs {
    private static final String KEY = "page.account.confirm.act.";

    private final Routes routes;
    private final MessageSource messages;

    ConfirmedActs(Routes routes, MessageSource messages) {
        this.routes = routes;
        this.messages = messages;
    }

    /** Such as {@code POST.admin.accounts.id.suspend}; empty if the route asks for nothing more. */
    Optional<String> code(HttpMethod method, String path) {
        var end = path.indexOf('?');
        return routes.match(method, end < 0 ? path : path.substring(0, end))
                .filter(Route::stepUp)
                .map(route -> guarded(method, route.path().getPatternString()));
    }

    /** Whether the path is the check of a guarded form. */
    boolean checked(String path) {
        return routes.match(HttpMethod.POST, path)
                .filter(route -> route.path().getPatternString().endsWith("/check"))
                .isPresent();
    }

    static String guarded(HttpMethod method, String pattern) {
        return method + pattern.replaceAll("[{}]", "").replace('/', '.');
    }

    /** What the act with the code is called; empty for codes nobody knows. */
    Optional<String> name(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(known ->
                        Optional.ofNullable(
                                messages.getMessage(
                                        KEY + known, null, null, LocaleContextHolder.getLocale())));
    }
}
