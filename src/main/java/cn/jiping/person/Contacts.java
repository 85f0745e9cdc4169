package cn.jiping.person;

import org.jspecify.annotations.Nullable;

/** 现用联系方式 in full, for delivering messages only. */
public record Contacts(@Nullable String phone, @Nullable String email) {
    /** Never the contents. */
    @Override
    public String toString() {
        return "Contacts";
    }
}
