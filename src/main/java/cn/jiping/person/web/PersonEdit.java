package cn.jiping.person.web;

import cn.jiping.shared.NotFound;
import java.util.Arrays;
import java.util.Locale;

/** What the office can change on a person's record, each with its own form. */
enum PersonEdit {
    RENAME,
    CORRECT_NAME,
    ADD_DOCUMENT,
    CORRECT_DOCUMENT,
    PHONE,
    EMAIL;

    /**
     * @throws NotFound if no form has such a path
     */
    static PersonEdit of(String path) {
        return Arrays.stream(values())
                .filter(edit -> edit.path().equals(path))
                .findAny()
                .orElseThrow(() -> new NotFound("edit", path));
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
