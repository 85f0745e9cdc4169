package cn.jiping.web;

import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/**
 * Writes a {@link Problem} in the form the caller understands: a page for people, a piece of page
 * that announces itself for htmx, {@code application/problem+json} for programs.
 */
final class Problems {
    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Object answer(Problem problem, HttpServletRequest request, Locale locale) {
        var words = words(problem, locale);
        if (wantsJson(request)) {
            return ResponseEntity.status(problem.status())
                    .headers(problem.headers())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail(problem, words));
        }
        var view = new ModelAndView(template(problem, request), problem.status());
        view.addObject("problem", words);
        view.addObject("back", back(request));
        return view;
    }

    private static String template(Problem problem, HttpServletRequest request) {
        if (isHtmx(request)) {
            return "web/error :: announcement";
        }
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE ? "web/unavailable" : "web/error";
    }

    /** Headers beside the status: those of the problem, and where htmx is to put the answer. */
    static HttpHeaders headers(Problem problem, HttpServletRequest request) {
        var headers = HttpHeaders.copyOf(problem.headers());
        headers.setCacheControl("no-store");
        if (isHtmx(request)) {
            headers.set("HX-Retarget", "#announce");
            headers.set("HX-Reswap", "innerHTML");
        }
        return headers;
    }

    /** The problem in words. */
    Words words(Problem problem, Locale locale) {
        var refused = problem.source() != null || !problem.code().startsWith("http.");
        var status = problem.status().value();
        var said = refused ? text("refusal." + problem.code(), problem, locale) : null;
        var title = refused ? text("refusal." + problem.code() + ".title", problem, locale) : null;
        var next = refused ? text("refusal." + problem.code() + ".next", problem, locale) : null;
        return new Words(
                status,
                problem.code(),
                title == null
                        ? or(
                                text("error." + status + ".title", problem, locale),
                                "error.title",
                                locale)
                        : title,
                said == null
                        ? or(
                                text("error." + status + ".text", problem, locale),
                                "error.text",
                                locale)
                        : said,
                next == null
                        ? or(
                                text("error." + status + ".next", problem, locale),
                                "error.next",
                                locale)
                        : next,
                problem.source(),
                problem.faults().stream().map(fault -> fault(fault, locale)).toList(),
                problem.stale(),
                problem.incident());
    }

    private @Nullable String text(String key, Problem problem, Locale locale) {
        return messages.getMessage(key, problem.arguments().toArray(), null, locale);
    }

    private String or(@Nullable String text, String key, Locale locale) {
        return text == null ? messages.getMessage(key, null, locale) : text;
    }

    private Field fault(Problem.Fault fault, Locale locale) {
        var words = fault.words();
        if (words == null) {
            words = messages.getMessage(fault.code(), fault.arguments().toArray(), null, locale);
        }
        return new Field(
                fault.field(),
                fault.code(),
                words == null ? messages.getMessage("invalid.form", null, locale) : words);
    }

    private static ProblemDetail detail(Problem problem, Words words) {
        var detail = ProblemDetail.forStatusAndDetail(problem.status(), words.text());
        detail.setType(URI.create("urn:jiping:problem:" + problem.code()));
        detail.setTitle(words.title());
        detail.setProperty("code", problem.code());
        detail.setProperty("next", words.next());
        if (problem.source() != null) {
            detail.setProperty("source", source(problem.source()));
        }
        if (!words.fields().isEmpty()) {
            detail.setProperty("fields", words.fields());
        }
        problem.facts().forEach(detail::setProperty);
        if (problem.stale() != null) {
            detail.setProperty("changes", problem.stale().changes());
        }
        if (problem.incident() != null) {
            detail.setProperty("incident", problem.incident());
        }
        return detail;
    }

    private static Map<String, String> source(Source source) {
        var said = new LinkedHashMap<String, String>();
        switch (source) {
            case Source.Clause clause -> {
                said.put("document", clause.document());
                said.put("clause", clause.clause());
            }
            case Source.Practice practice -> said.put("practice", practice.why());
        }
        return said;
    }

    /** Programs: everything under /api, and whoever accepts JSON but no HTML. */
    static boolean wantsJson(HttpServletRequest request) {
        return path(request).startsWith("/api/") || acceptsOnlyJson(request);
    }

    private static boolean acceptsOnlyJson(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            var types = MediaType.parseMediaTypes(accept);
            return types.stream().anyMatch(Problems::isJson)
                    && types.stream().noneMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static boolean isJson(MediaType type) {
        return !type.isWildcardType()
                && (type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    }

    private static String path(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return request.getDispatcherType() == DispatcherType.ERROR && asked instanceof String path
                ? path
                : request.getRequestURI();
    }

    /** The page of ours that the person came from, if the browser says so. */
    private static @Nullable String back(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return null;
        }
        try {
            var from = new URI(referer);
            var path = from.getRawPath();
            var ours = request.getServerName().equalsIgnoreCase(from.getHost());
            if (!ours || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return null;
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (URISyntaxException _) {
            return null;
        }
    }

    /** A problem as people read it. */
    public record Words(
            int status,
            String code,
            String title,
            String text,
            String next,
            @Nullable Source source,
            List<Field> fields,
            @Nullable Stale stale,
            @Nullable String incident) {}

    /** One field of the input and what is wrong with it. */
    public record Field(String field, String code, String message) {}
}
