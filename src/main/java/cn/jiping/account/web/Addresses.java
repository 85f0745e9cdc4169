package cn.jiping.account.web;

import cn.jiping.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** 来访者: the address and the device a request comes from. */
@Component
class Addresses {
    String of(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    Caller caller(HttpServletRequest request) {
        return new Caller(of(request), Devices.label(request.getHeader("User-Agent")));
    }

    /** A request from this very machine that no proxy passed on. */
    static boolean loopback(HttpServletRequest request) {
        var remote = request.getRemoteAddr();
        return (remote.startsWith("127.") || remote.equals("::1"))
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("X-Real-IP") == null;
    }
}
