package cn.jiping.person.web;

import org.jspecify.annotations.Nullable;

/** The fields of every edit as typed; which of them count depends on the edit. */
record EditForm(
        int version,
        @Nullable String entry,
        @Nullable String kind,
        @Nullable String value,
        @Nullable String from,
        @Nullable String why) {

    static EditForm empty(int version) {
        return new EditForm(version, "", "", "", "", "");
    }

    /** Never the contents: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "EditForm " + version;
    }
}
