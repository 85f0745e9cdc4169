package cn.jiping.policy.web;

import cn.jiping.policy.FactView;
import cn.jiping.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一项事实: one question of a topic as a field of its form. */
record AskField(
        String name,
        String label,
        FactView.Kind kind,
        boolean required,
        @Nullable String otherwise,
        List<Choice> choices,
        String value,
        @Nullable String error) {

    AskField {
        choices = List.copyOf(choices);
    }

    /** What the browser may help with; a wrong text stays as it was typed. */
    public String type() {
        var readable = error == null || value.isEmpty();
        return kind == FactView.Kind.DATE && readable ? "date" : "text";
    }

    AskField saying(String typed) {
        return new AskField(name, label, kind, required, otherwise, choices, typed, error);
    }

    AskField failing(String why) {
        return new AskField(name, label, kind, required, otherwise, choices, value, why);
    }
}
