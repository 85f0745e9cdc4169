package cn.jiping.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * 拒绝: how a filter ends a request. The answer is made where all others are: a page for people, a
 * problem with this code for programs; its words stand under {@code refusal.<code>}.
 */
public final class Denial {
    private static final String CODE = Denial.class.getName();

    private Denial() {}

    public static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code)
            throws IOException {
        request.setAttribute(CODE, code);
        response.sendError(status.value());
    }

    static Problem named(Problem problem, HttpServletRequest request) {
        return request.getAttribute(CODE) instanceof String code
                ? problem.refused(code, List.of(), null)
                : problem;
    }
}
