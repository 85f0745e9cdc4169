package cn.jiping.account;

import cn.jiping.shared.InvalidInput;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** 手机号: eleven digits of the mainland. */
final class Phones {
    private static final Pattern FORM = Pattern.compile("1[3-9]\\d{9}");

    private Phones() {}

    /**
     * @throws InvalidInput if it cannot be a mobile number
     */
    static String require(String field, String typed) {
        var digits =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s-]", "")
                        .replaceFirst("^\\+86", "");
        if (!FORM.matcher(digits).matches()) {
            throw InvalidInput.of(field, "account.phone");
        }
        return digits;
    }

    static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
