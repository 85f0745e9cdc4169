package cn.jiping.person;

import cn.jiping.shared.InvalidInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of phone numbers and e-mail addresses. */
final class ContactForms {
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|\\+\\d{6,18}");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
    private static final int LONGEST_EMAIL = 254;

    private ContactForms() {}

    /**
     * @throws InvalidInput if it has not the form of its kind
     */
    static String checked(ContactKind kind, String value) {
        var plain = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
        return switch (kind) {
            case PHONE -> phone(plain.replaceAll("[ -]", ""));
            case EMAIL -> email(plain);
        };
    }

    /** As {@link #checked}; null if nothing was given. */
    static @Nullable String checkedIfGiven(ContactKind kind, @Nullable String value) {
        return value == null || value.isBlank() ? null : checked(kind, value);
    }

    private static String phone(String number) {
        var home = number.startsWith("+86") ? number.substring(3) : number;
        if (!PHONE.matcher(home).matches()) {
            throw InvalidInput.of("phone", "person.phone");
        }
        return home;
    }

    private static String email(String address) {
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw InvalidInput.of("email", "person.email");
        }
        return address.toLowerCase(Locale.ROOT);
    }

    /** 脱敏: 138****1234, z***@example.com. */
    static String masked(ContactKind kind, String value) {
        return switch (kind) {
            case PHONE -> {
                var tail = value.length() - 4;
                var head = Math.min(3, tail);
                yield value.substring(0, head) + "*".repeat(tail - head) + value.substring(tail);
            }
            case EMAIL -> value.charAt(0) + "***" + value.substring(value.indexOf('@'));
        };
    }
}
