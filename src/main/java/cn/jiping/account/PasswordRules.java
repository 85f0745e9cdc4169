package cn.jiping.account;

import cn.jiping.shared.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** 口令要求: long, not the user name, not among the common ones. Nothing about kinds of characters. */
final class PasswordRules {
    private static final String COMMON = "/access/common-passwords.txt";

    private final AccountSettings.Password settings;
    private final Set<String> common;

    PasswordRules(AccountSettings.Password settings) {
        this.settings = settings;
        this.common = common();
    }

    private static Set<String> common() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PasswordRules.class.getResourceAsStream(COMMON), COMMON),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form in which passwords are hashed and compared. */
    static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /**
     * @throws InvalidInput naming the field and what is wrong
     */
    void check(String field, String typed, String userName) {
        var password = normalise(typed);
        var length = password.codePointCount(0, password.length());
        if (length < settings.shortest()) {
            throw InvalidInput.of(field, "account.password-short", settings.shortest());
        }
        if (length > settings.longest()) {
            throw InvalidInput.of(field, "account.password-long", settings.longest());
        }
        var folded = password.toLowerCase(Locale.ROOT);
        if (folded.contains(userName)) {
            throw InvalidInput.of(field, "account.password-user-name");
        }
        if (common.contains(folded) || repeats(folded)) {
            throw InvalidInput.of(field, "account.password-common");
        }
    }

    /** One short piece over and over, such as abcabcabcabc or 888888888888. */
    private static boolean repeats(String password) {
        for (var piece = 1; piece <= Math.min(4, password.length() / 2); piece++) {
            var times = password.length() / piece + 1;
            if (password.substring(0, piece).repeat(times).startsWith(password)) {
                return true;
            }
        }
        return false;
    }
}
