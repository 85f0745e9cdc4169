package cn.jiping.web;

import cn.jiping.shared.Ids;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * 出错页面: the one place where anything that went wrong becomes an answer, whether a controller threw
 * it or the request never reached one. Says no more than the person can use: no trace, no class
 * name, nothing of what was sent. Our own faults get an incident number that stands in the log.
 */
@ControllerAdvice
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int NUMBER_LENGTH = 12;

    private final Diagnosis diagnosis;
    private final Problems problems;

    ErrorPages(MessageSource messages) {
        this.diagnosis = new Diagnosis(messages);
        this.problems = new Problems(messages);
    }

    @ExceptionHandler
    @Nullable Object thrown(
            Throwable thrown,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            LOG.debug("The caller went away", thrown);
            return null;
        }
        return answer(
                logged(diagnosis.of(thrown, locale), thrown, request), request, response, locale);
    }

    /** Errors from outside the controllers: filters, the firewall, the server itself. */
    @RequestMapping("${server.error.path:/error}")
    @Nullable Object dispatched(
            HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (response.isCommitted()) {
            return null;
        }
        return answer(dispatchedProblem(request, locale), request, response, locale);
    }

    private Problem dispatchedProblem(HttpServletRequest request, Locale locale) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return logged(diagnosis.of(root(thrown), locale), thrown, request);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? logged(Denial.named(Diagnosis.ofStatus(status), request), null, request)
                : Problem.of(HttpStatus.NOT_FOUND);
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof jakarta.servlet.ServletException wrapped
                        && wrapped.getRootCause() != null
                ? wrapped.getRootCause()
                : thrown;
    }

    private static Problem logged(
            Problem problem, @Nullable Throwable thrown, HttpServletRequest request) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            LOG.warn("Unavailable: {}", thrown == null ? "" : thrown.toString());
            return problem;
        }
        if (!problem.ours()) {
            return problem;
        }
        var number = incident();
        LOG.error("Incident {} at {} {}", number, request.getMethod(), route(request), thrown);
        return problem.numbered(number);
    }

    /** The route, not the path: the path is what somebody typed. */
    private static String route(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern.toString();
    }

    private static String incident() {
        var digits = Ids.next().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return digits.substring(digits.length() - NUMBER_LENGTH);
    }

    private Object answer(
            Problem problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Problems.headers(problem, request)
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        return problems.answer(problem, request, locale);
    }
}
