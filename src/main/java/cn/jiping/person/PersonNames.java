package cn.jiping.person;

import cn.jiping.shared.InvalidInput;
import java.text.Normalizer;

/** The form of a person's name. */
final class PersonNames {
    private static final int LONGEST = 60;
    private static final String MARKS = "·.'- ";

    private PersonNames() {}

    /**
     * @throws InvalidInput if it is no name
     */
    static String checked(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        var letters = plain.codePoints().filter(Character::isLetter).count();
        var clean =
                plain.codePoints()
                        .allMatch(c ->
                                Character.isLetter(c)
                                        || Character.getType(c) == Character.NON_SPACING_MARK
                                        || MARKS.indexOf(c) >= 0);
        if (letters == 0 || plain.length() > LONGEST || !clean) {
            throw InvalidInput.of("name", "person.name", LONGEST);
        }
        return plain;
    }
}
