package cn.jiping.shared;

import java.util.regex.Pattern;

/** 统一社会信用代码: 18 characters of GB 32100-2015 with a check character modulo 31. */
public record UnifiedSocialCreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM =
            Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    public UnifiedSocialCreditCode {
        if (!FORM.matcher(value).matches() || checkCharacter(value) != value.charAt(17)) {
            throw new IllegalArgumentException("Not a unified social credit code: " + value);
        }
    }

    private static char checkCharacter(String value) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
