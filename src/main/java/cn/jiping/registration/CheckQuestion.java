package cn.jiping.registration;

import java.util.Optional;
import java.util.stream.Stream;

/** 自查题目, in the order in which they are asked; each only where an answer can still decide. */
public enum CheckQuestion {
    OCCUPATION("occupation", Kind.OCCUPATION),
    PLACE("place", Kind.CHOICE),
    LEVEL("level", Kind.CHOICE),
    ON("on", Kind.DATE),
    BORN_ON("bornOn", Kind.DATE),
    APPRENTICESHIP("apprenticeship", Kind.CHOICE),
    CERTIFICATE("certificate", Kind.CHOICE),
    CERTIFICATE_KEPT("certificateKept", Kind.CHOICE),
    CERTIFICATE_ON("certificateOn", Kind.DATE),
    CERTIFICATE_YEARS("certificateYears", Kind.DURATION),
    YEARS("years", Kind.DURATION),
    EDUCATION("education", Kind.CHOICE),
    ENROLMENT("enrolment", Kind.CHOICE),
    MAJOR("major", Kind.CHOICE),
    ASSESSED("assessed", Kind.CHOICE),
    TITLE("title", Kind.CHOICE),
    TITLE_MATCHES("titleMatches", Kind.CHOICE),
    TITLE_KEPT("titleKept", Kind.CHOICE),
    TITLE_ON("titleOn", Kind.DATE),
    TITLE_YEARS("titleYears", Kind.DURATION);

    /** How it is answered. */
    public enum Kind {
        /** The name of an occupation. */
        OCCUPATION,
        /** One of a few. */
        CHOICE,
        /** A day. */
        DATE,
        /** Years, and months under the name with {@code Months} after it. */
        DURATION
    }

    private final String key;
    private final Kind kind;

    CheckQuestion(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** The name in an address. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** Every name in an address that answers it. */
    public Stream<String> keys() {
        return kind == Kind.DURATION ? Stream.of(key, monthsKey()) : Stream.of(key);
    }

    public String monthsKey() {
        return key + "Months";
    }

    public static Optional<CheckQuestion> of(String key) {
        return Stream.of(values()).filter(question -> question.key.equals(key)).findAny();
    }
}
