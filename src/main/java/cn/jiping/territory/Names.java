package cn.jiping.territory;

import java.text.Normalizer;

/** The form of a place's name. */
final class Names {
    static final int LONGEST = 60;

    private Names() {}

    /**
     * @throws IllegalArgumentException if it is empty, too long or holds control characters
     */
    static String checked(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        var clean =
                plain.codePoints()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "·-()（）".indexOf(c) >= 0);
        if (plain.isEmpty() || plain.length() > LONGEST || !clean) {
            throw new IllegalArgumentException("Not a name of a place");
        }
        return plain;
    }
}
