package cn.jiping.registration.web;

import cn.jiping.registration.CheckQuestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question of a check, as its page shows it. */
record QuestionPage(
        CheckQuestion question,
        int number,
        String title,
        @Nullable String hint,
        @Nullable String error,
        Map<String, String> typed,
        List<Option> options,
        Map<String, String> kept,
        @Nullable String back,
        List<Link> suggestions) {

    /** One of the choices. */
    record Option(String value, String text, boolean chosen) {}

    /** Somewhere else to go, in words. */
    record Link(String path, String text) {}

    /** An answer given before, and where to change it. */
    record Given(String label, String text, String change) {}

    public String typedOrEmpty(String key) {
        return typed.getOrDefault(key, "");
    }
}
