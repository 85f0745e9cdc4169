package cn.jiping.account.web;

import cn.jiping.account.GrantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 填到一半的操作: what was typed into one of the small forms of an account's page, to be kept there. */
record TypedAct(String form, String reason, @Nullable String other) {
    static TypedAct none() {
        return new TypedAct("", "", null);
    }

    static TypedAct into(String form, String reason) {
        return new TypedAct(form, reason, null);
    }

    /** Of a form that each role has. */
    static TypedAct into(String form, UUID grant, String reason, @Nullable String other) {
        return new TypedAct(form + " " + grant, reason, other);
    }

    /** Whether it was typed into a form of the role. */
    public boolean isAbout(GrantId grant) {
        return form.endsWith(" " + grant);
    }

    public @Nullable String reasonOf(String asked) {
        return form.equals(asked) ? reason : null;
    }

    public @Nullable String otherOf(String asked) {
        return form.equals(asked) ? other : null;
    }
}
