package cn.jiping.audit;

import java.util.regex.Pattern;

/** Text with the middle of every ID number and mobile phone hidden. */
final class Masked {
    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9])([0-9]{6})[0-9]{8}([0-9]{3}[0-9Xx])(?![0-9])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])");

    private Masked() {}

    static String text(String text) {
        var withoutNumbers = ID_NUMBER.matcher(text).replaceAll("$1********$2");
        return MOBILE.matcher(withoutNumbers).replaceAll("$1****$2");
    }
}
