package cn.jiping.shared;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 证件: what proves who a person is. The number is normalised (no spaces, capitals) and has the form
 * of its kind; a resident ID number also has a right check digit and a possible birth date.
 */
public record IdentityDocument(Kind kind, String number) {

    /** 证件类型. */
    public enum Kind {
        /** 居民身份证. */
        RESIDENT_ID,
        /** 护照. */
        PASSPORT,
        /** 港澳居民来往内地通行证 or 港澳居民居住证. */
        HONG_KONG_MACAO_PERMIT,
        /** 台湾居民来往大陆通行证 or 台湾居民居住证. */
        TAIWAN_PERMIT,
        /** 军人证件. */
        MILITARY_ID
    }

    /**
     * @throws IllegalArgumentException if the number cannot be one of this kind
     */
    public IdentityDocument {
        number = IdentityNumbers.normalise(number);
        if (!IdentityNumbers.wellFormed(kind, number)) {
            throw new IllegalArgumentException("Not a number of this kind: " + kind);
        }
    }

    /**
     * A resident ID from its first seventeen digits, with the check digit that belongs to them; for
     * invented people.
     */
    public static IdentityDocument resident(String digits) {
        return new IdentityDocument(Kind.RESIDENT_ID, IdentityNumbers.checked(digits));
    }

    /** 出生日期, as a resident ID or residence permit tells it. */
    public Optional<LocalDate> bornOn() {
        return IdentityNumbers.bornOn(number);
    }

    /** 性别, as a resident ID or residence permit tells it. */
    public Optional<Sex> sex() {
        return bornOn().map(_ -> (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE);
    }

    /** 脱敏: first three and last two characters; the rest starred. */
    public String masked() {
        var n = number.length();
        return n <= 6
                ? number.charAt(0) + "*".repeat(n - 1)
                : number.substring(0, 3) + "*".repeat(n - 5) + number.substring(n - 2);
    }

    /** Never the number: it must not reach a log by accident. */
    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
