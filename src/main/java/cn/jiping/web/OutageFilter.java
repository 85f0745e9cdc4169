package cn.jiping.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Says that the database is away where even the session cannot be read, so that no controller is
 * reached. Stands outside all other filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OutageFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String RETRY_AFTER = "30";

    private final ITemplateEngine templates;
    private final MessageSource messages;

    OutageFilter(ITemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!Diagnosis.databaseDown(e) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("Unavailable: {}", e.toString());
            tell(request, response);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        var json = Problems.wantsJson(request);
        response.setContentType(
                json ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
        response.getOutputStream()
                .write(body(json, request, response).getBytes(StandardCharsets.UTF_8));
    }

    private String body(boolean json, HttpServletRequest request, HttpServletResponse response) {
        if (json) {
            return problem();
        }
        if (Problems.isHtmx(request)) {
            response.setHeader("HX-Retarget", "#announce");
            response.setHeader("HX-Reswap", "innerHTML");
            return "<p class=\"jp-wrap\">" + text("error.503.text") + "</p>";
        }
        return page(request, response);
    }

    private String page(HttpServletRequest request, HttpServletResponse response) {
        var exchange =
                JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response);
        return templates.process(
                "web/unavailable", new WebContext(exchange, Locale.SIMPLIFIED_CHINESE));
    }

    private String problem() {
        return """
        {"type":"urn:jiping:problem:http.503","title":"%s","status":503,"detail":"%s","code":"http.503"}
        """
                .formatted(text("error.503.title"), text("error.503.text"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
