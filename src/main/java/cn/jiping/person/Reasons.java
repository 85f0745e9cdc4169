package cn.jiping.person;

import cn.jiping.shared.InvalidInput;

/** The form of reasons and other short texts somebody gives. */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /**
     * @throws InvalidInput if it is shorter than asked for, or endless
     */
    static String checked(String reason, int shortest) {
        return text("reason", reason, shortest);
    }

    /**
     * @throws InvalidInput if it is too short, endless or holds what no keyboard types
     */
    static String text(String field, String text, int shortest) {
        var plain = text.strip();
        var typed =
                plain.codePoints()
                        .allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r');
        if (!typed || plain.length() < shortest || plain.length() > LONGEST) {
            throw InvalidInput.of(field, "text-length", shortest, LONGEST);
        }
        return plain;
    }
}
