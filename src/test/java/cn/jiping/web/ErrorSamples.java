package cn.jiping.web;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;

/** Handlers that fail in every way a handler can. */
@TestComponent
@RestController
class ErrorSamples {
    static final String SECRET = "secret-of-the-inside";

    @GetMapping({"/open/fail/{how}", "/api/v1/fail/{how}"})
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "refusal" -> new SampleRefused();
            case "missing" -> new NotFound("thing", SECRET);
            case "stale" ->
                    new Stale(
                            List.of(new Stale.Change("web.place", "<b>甲</b>", "乙")),
                            "林知夏",
                            Instant.parse("2021-08-02T02:14:00Z"));
            case "invalid" -> InvalidInput.of("number", "form");
            case "later" -> new Later();
            case "database" -> new DataAccessResourceFailureException(SECRET);
            default -> new IllegalStateException(SECRET);
        };
    }

    /** As a filter ends a request. */
    @GetMapping({"/open/denied", "/api/v1/denied"})
    void denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Denial.send(request, response, HttpStatus.UNAUTHORIZED, "clock.not-movable");
    }

    @GetMapping("/open/account/{id}")
    String account(@PathVariable AccountId id) {
        return id.toString();
    }

    @GetMapping("/open/search")
    String search(@RequestParam int page, @RequestParam(required = false) LocalDate on) {
        return page + " " + on;
    }

    @PostMapping("/open/json")
    String json(@RequestBody Form form) {
        return form.name();
    }

    @PostMapping("/open/form")
    String form(@Valid @ModelAttribute Form form) {
        return form.name();
    }

    @PostMapping("/guarded/form")
    String guarded(@Valid @ModelAttribute Form form) {
        return form.name();
    }

    @PostMapping("/open/file")
    String file(@RequestParam MultipartFile file) {
        return String.valueOf(file.getSize());
    }

    record Form(@NotBlank @Size(max = 20) String name, int age) {}

    static final class SampleRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        SampleRefused() {
            super("clock.only-forward", new Source.Clause("ZJ2021", "二（二）"));
        }
    }

    static final class Later extends RuntimeException implements RetryLater {
        private static final long serialVersionUID = 1L;

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(90);
        }
    }

    /** Fails before any controller, as the session filter does while the database is away. */
    @TestComponent
    static final class AwayFilter extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getHeader("X-Database-Away") != null) {
                throw new DataAccessResourceFailureException(SECRET);
            }
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }
    }
}
