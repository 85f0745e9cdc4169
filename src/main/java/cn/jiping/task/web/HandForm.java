package cn.jiping.task.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** To whom a task goes: a colleague, the office above or one below, as one choice. */
record HandForm(
        @Nullable Integer version,
        @Pattern(
                        regexp =
                                "up|down:(\\d{6}|\\d{2}L\\d{3})|over:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                        message = "{invalid.task.target}")
                String to,
        @NotBlank(message = "{invalid.task.reason}")
                @Size(max = 500, message = "{invalid.task.long-reason}")
                String reason) {

    HandForm {
        to = Objects.requireNonNullElse(to, "");
    }

    /** The version on the page; a form without one counts as stale. */
    int seen() {
        return version == null ? -1 : version;
    }

    sealed interface Target {}

    record Up() implements Target {}

    record Down(String division) implements Target {}

    record Over(String account) implements Target {}

    Target target() {
        var value = to.substring(to.indexOf(':') + 1);
        if (to.startsWith("down:")) {
            return new Down(value);
        }
        return to.startsWith("over:") ? new Over(value) : new Up();
    }
}
