package cn.jiping.web;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Stale;
import cn.jiping.shared.Unanswerable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Tells from an exception what went wrong and whose fault it is. */
final class Diagnosis {
    private final MessageSource messages;

    Diagnosis(MessageSource messages) {
        this.messages = messages;
    }

    Problem of(Throwable thrown, Locale locale) {
        return switch (thrown) {
            case Unanswerable nothing ->
                    Problem.of(HttpStatus.NOT_FOUND)
                            .refused(nothing.code(), nothing.arguments(), null)
                            .about(nothing.facts());
            case Refusal refusal ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT)
                            .refused(refusal.code(), refusal.arguments(), refusal.source());
            case NotFound _ -> Problem.of(HttpStatus.NOT_FOUND);
            case Stale stale -> Problem.of(HttpStatus.CONFLICT).changedBy(stale);
            case InvalidInput invalid ->
                    invalid(invalid.faults().stream().map(Problem.Fault::of).toList());
            case RetryLater later ->
                    Problem.of(HttpStatus.TOO_MANY_REQUESTS).with(after(later.retryAfter()));
            default -> ofFramework(thrown, locale);
        };
    }

    private Problem ofFramework(Throwable thrown, Locale locale) {
        return switch (thrown) {
            case BindException faults -> invalid(faults(faults, locale));
            case FormArguments.FormUnreadable form -> invalid(faults(form.result(), locale));
            case MethodArgumentTypeMismatchException mismatch -> ofMismatch(mismatch);
            case TypeMismatchException _ -> Problem.of(HttpStatus.BAD_REQUEST);
            case HttpMessageNotReadableException _ -> Problem.of(HttpStatus.BAD_REQUEST);
            case MaxUploadSizeExceededException _ -> Problem.of(HttpStatus.CONTENT_TOO_LARGE);
            case MultipartException _ -> Problem.of(HttpStatus.BAD_REQUEST);
            case InvalidParameterException invalid -> ofStatus(invalid.getErrorCode());
            case ErrorResponse response ->
                    ofStatus(response.getStatusCode()).with(response.getHeaders());
            default -> databaseDown(thrown) ? unavailable() : ofData(thrown);
        };
    }

    private static Problem ofData(Throwable thrown) {
        return thrown instanceof ConcurrencyFailureException
                ? Problem.of(HttpStatus.CONFLICT)
                : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** An address that names no possible thing is an address of nothing. */
    private static Problem ofMismatch(MethodArgumentTypeMismatchException mismatch) {
        return Problem.of(
                mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.BAD_REQUEST);
    }

    private static Problem invalid(List<Problem.Fault> faults) {
        return Problem.of(HttpStatus.BAD_REQUEST).because(faults);
    }

    private List<Problem.Fault> faults(BindingResult result, Locale locale) {
        return result.getAllErrors().stream().map(error -> fault(error, locale)).toList();
    }

    private Problem.Fault fault(ObjectError error, Locale locale) {
        var field = error instanceof FieldError at ? at.getField() : "";
        var words = messages.getMessage(error, locale);
        return new Problem.Fault(field, "invalid.form", List.of(), words);
    }

    static Problem ofStatus(int status) {
        var known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            known =
                    status >= 400 && status < 500
                            ? HttpStatus.BAD_REQUEST
                            : HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return Problem.of(known);
    }

    private static Problem ofStatus(HttpStatusCode status) {
        return ofStatus(status.value());
    }

    private static HttpHeaders after(Duration wait) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        return headers;
    }

    private static Problem unavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE).with(after(Duration.ofSeconds(30)));
    }

    /** Whether the exception says that the database cannot be reached just now. */
    static boolean databaseDown(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(20)
                .anyMatch(t ->
                        t instanceof DataAccessResourceFailureException
                                || t instanceof CannotCreateTransactionException
                                || t instanceof QueryTimeoutException);
    }
}
