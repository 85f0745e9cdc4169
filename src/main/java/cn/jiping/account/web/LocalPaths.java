package cn.jiping.account.web;

import cn.jiping.web.Routes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** 站内地址: where one may be sent on to; never to another host, never to a page the matrix lacks. */
@Component
class LocalPaths {
    private static final int LONGEST = 1000;

    private final Routes routes;

    LocalPaths(Routes routes) {
        this.routes = routes;
    }

    Optional<String> of(@Nullable String asked) {
        if (asked == null
                || asked.length() > LONGEST
                || !asked.matches("/(?![/\\\\])[!-\\[\\]-~]*")) {
            return Optional.empty();
        }
        try {
            var uri = new URI(asked);
            return uri.getHost() == null && uri.getScheme() == null && known(uri.getRawPath())
                    ? Optional.of(asked)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private boolean known(String path) {
        return !path.startsWith("/sign-") && routes.match(HttpMethod.GET, path).isPresent();
    }

    /** The path and query of a whole address, such as a referrer. */
    Optional<String> within(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address);
            var query = uri.getRawQuery();
            return of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
