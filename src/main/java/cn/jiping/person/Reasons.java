package cn.jiping.person;

import cn.jiping.shared.InvalidInput;

/** The form of a reason somebody gives. */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /**
     * @throws InvalidInput if it is shorter than asked for, or endless
     */
    static String checked(String reason, int shortest) {
        var plain = reason.strip();
        if (plain.length() < shortest || plain.length() > LONGEST) {
            throw InvalidInput.of("reason", "text-length", shortest, LONGEST);
        }
        return plain;
    }
}
