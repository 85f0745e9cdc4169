package cn.jiping.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 来访地址: from which address and over which scheme a request really comes. What headers say counts
 * only behind the proxies named in {@code jiping.trusted-proxies}, since anybody can write a
 * header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BehindProxies extends OncePerRequestFilter {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String LONG_LOOPBACK = "0:0:0:0:0:0:0:1";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final List<IpAddressMatcher> proxies;

    BehindProxies(@Value("${jiping.trusted-proxies:}") List<String> proxies) {
        this.proxies = proxies.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secure =
                trusted(request.getRemoteAddr())
                        && "https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTO));
        chain.doFilter(new Asked(request, caller(request), secure || request.isSecure()), response);
    }

    private String caller(HttpServletRequest request) {
        var remote = request.getRemoteAddr();
        return trusted(remote) ? passedOn(request, remote) : shortened(remote);
    }

    private String passedOn(HttpServletRequest request, String remote) {
        var hops =
                Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .map(String::strip)
                        .filter(BehindProxies::looksLikeAddress)
                        .collect(Collectors.toList());
        Collections.reverse(hops);
        return shortened(hops.stream().filter(hop -> !trusted(hop)).findFirst().orElse(remote));
    }

    private boolean trusted(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static boolean looksLikeAddress(String text) {
        return text.matches("[0-9A-Fa-f.:]{2,45}");
    }

    private static String shortened(String address) {
        return address.equals(LONG_LOOPBACK) ? "::1" : address;
    }

    private static final class Asked extends HttpServletRequestWrapper {
        private final String caller;
        private final boolean secure;

        Asked(HttpServletRequest request, String caller, boolean secure) {
            super(request);
            this.caller = caller;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return caller;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }

        @Override
        public StringBuffer getRequestURL() {
            var port = getServerPort();
            var usual = port == (secure ? HTTPS_PORT : HTTP_PORT);
            return new StringBuffer(getScheme())
                    .append("://")
                    .append(getServerName())
                    .append(usual ? "" : ":" + port)
                    .append(getRequestURI());
        }

        /** A host without a port means the scheme's own. */
        @Override
        public int getServerPort() {
            var port = super.getServerPort();
            return secure && port == HTTP_PORT ? HTTPS_PORT : port;
        }
    }
}
