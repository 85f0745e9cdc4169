package cn.jiping.web;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 问题: why a request was not done, before it is written as a page, a fragment or JSON. */
record Problem(
        HttpStatus status,
        String code,
        List<Object> arguments,
        @Nullable Source source,
        List<Fault> faults,
        @Nullable Stale stale,
        @Nullable String incident,
        Map<String, String> facts,
        HttpHeaders headers) {

    Problem {
        arguments = List.copyOf(arguments);
        faults = List.copyOf(faults);
        facts = Map.copyOf(facts);
    }

    static Problem of(HttpStatus status) {
        return new Problem(
                status,
                "http." + status.value(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                Map.of(),
                new HttpHeaders());
    }

    Problem refused(String refusal, List<Object> with, @Nullable Source by) {
        return new Problem(status, refusal, with, by, faults, stale, incident, facts, headers);
    }

    Problem because(List<Fault> fields) {
        return new Problem(
                status,
                "invalid-input",
                arguments,
                source,
                fields,
                stale,
                incident,
                facts,
                headers);
    }

    Problem changedBy(Stale meanwhile) {
        return new Problem(
                status, "stale", arguments, source, faults, meanwhile, incident, facts, headers);
    }

    /** What was asked for in vain, by name. */
    Problem about(Map<String, String> asked) {
        return new Problem(
                status, code, arguments, source, faults, stale, incident, asked, headers);
    }

    Problem numbered(String number) {
        return new Problem(status, code, arguments, source, faults, stale, number, facts, headers);
    }

    Problem with(HttpHeaders more) {
        return new Problem(
                status,
                code,
                arguments,
                source,
                faults,
                stale,
                incident,
                facts,
                HttpHeaders.copyOf(more));
    }

    /** Whether the program is at fault and somebody should look. */
    boolean ours() {
        return status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** One field and what is wrong with it, already in words where a validator spoke. */
    record Fault(String field, String code, List<Object> arguments, @Nullable String words) {
        Fault {
            arguments = List.copyOf(arguments);
        }

        static Fault of(InvalidInput.Fault fault) {
            return new Fault(fault.field(), "invalid." + fault.code(), fault.arguments(), null);
        }
    }
}
