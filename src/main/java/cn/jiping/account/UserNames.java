package cn.jiping.account;

import cn.jiping.shared.InvalidInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** 用户名: letters, digits, dot, hyphen, underscore; capitals do not count. */
final class UserNames {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,31}");
    private static final int LONGEST_TYPED = 200;

    private UserNames() {}

    /** As compared; whatever was typed, never longer than a sensible line. */
    static String normalise(String typed) {
        var cut = typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
        return Normalizer.normalize(cut, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    static boolean wellFormed(String normalised) {
        return FORM.matcher(normalised).matches();
    }

    /**
     * @throws InvalidInput if it cannot be a user name
     */
    static String require(String field, String typed) {
        var name = normalise(typed);
        if (!wellFormed(name)) {
            throw InvalidInput.of(field, "account.user-name");
        }
        return name;
    }
}
