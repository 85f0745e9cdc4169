package cn.jiping.audit;

import java.util.regex.Pattern;

/** Text with the middle of every ID number and mobile phone hidden. */
final class Masked {
    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9])([0-9]{6})[0-9]{8}([0-9]{3}[0-9Xx])(?![0-9])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])");

    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Masked() {}

    /** Ids of our own are left whole, whatever digits they hold. */
    static String text(String text) {
        var masked = new StringBuilder();
        var ids = ID.matcher(text);
        var from = 0;
        while (ids.find()) {
            masked.append(between(text.substring(from, ids.start()))).append(ids.group());
            from = ids.end();
        }
        return masked.append(between(text.substring(from))).toString();
    }

    private static String between(String text) {
        var withoutNumbers = ID_NUMBER.matcher(text).replaceAll("$1********$2");
        return MOBILE.matcher(withoutNumbers).replaceAll("$1****$2");
    }
}
