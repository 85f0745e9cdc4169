package cn.jiping.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 不可打印的输入: text that cannot be stored or printed (a NUL, half a character) ends as a 400 before
 * anybody reads it. Parts of an upload are read by the module that takes them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UnprintableInputFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (printable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static boolean printable(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .allMatch(field ->
                        printable(field.getKey())
                                && Arrays.stream(field.getValue())
                                        .allMatch(UnprintableInputFilter::printable));
    }

    private static boolean printable(String text) {
        return text.codePoints().allMatch(UnprintableInputFilter::printable);
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
