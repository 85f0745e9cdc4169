package cn.jiping.task.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How a task done by hand was finished; the version is that of the page it was decided on. */
record FinishForm(
        @Nullable Integer version,
        @NotBlank(message = "{invalid.task.reason}")
                @Size(max = 500, message = "{invalid.task.long-reason}")
                String reason) {

    /** The version on the page; a form without one counts as stale. */
    int seen() {
        return version == null ? -1 : version;
    }
}
