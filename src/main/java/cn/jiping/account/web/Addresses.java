package cn.jiping.account.web;

import cn.jiping.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * 来访地址: the address a request comes from. What a header says counts only behind the proxies named
 * in {@code jiping.trusted-proxies}, since anybody can write a header.
 */
@Component
class Addresses {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpAddressMatcher> proxies;

    Addresses(@Value("${jiping.trusted-proxies:}") List<String> proxies) {
        this.proxies = proxies.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    }

    String of(HttpServletRequest request) {
        var remote = request.getRemoteAddr();
        if (!trusted(remote)) {
            return remote;
        }
        var hops =
                Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .map(String::strip)
                        .filter(Addresses::looksLikeAddress)
                        .collect(Collectors.toList());
        Collections.reverse(hops);
        return hops.stream().filter(hop -> !trusted(hop)).findFirst().orElse(remote);
    }

    Caller caller(HttpServletRequest request) {
        return new Caller(of(request), Devices.label(request.getHeader("User-Agent")));
    }

    /** A request from this very machine that no proxy passed on. */
    static boolean loopback(HttpServletRequest request) {
        var remote = request.getRemoteAddr();
        return (remote.startsWith("127.")
                        || remote.equals("::1")
                        || remote.equals("0:0:0:0:0:0:0:1"))
                && request.getHeader("Forwarded") == null
                && request.getHeader(FORWARDED_FOR) == null
                && request.getHeader("X-Real-IP") == null;
    }

    private boolean trusted(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static boolean looksLikeAddress(String text) {
        return text.matches("[0-9A-Fa-f.:]{2,45}");
    }
}
