package cn.jiping.certificate;

import cn.jiping.certificate.NumberTerms.Part;
import cn.jiping.certificate.NumberTerms.Segment;
import cn.jiping.policy.InForce;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** 证书怎样编号. */
record NumberRule(InForce<NumberTerms> law) {
    private static final char SERIAL_PLACE = '#';
    private static final int TEN = 10;

    /** What the serial counts within: the number with its serial left open. */
    record Series(String pattern) {
        private int digits() {
            return (int) pattern.chars().filter(each -> each == SERIAL_PLACE).count();
        }

        int last() {
            return Math.powExact(TEN, digits()) - 1;
        }

        String number(int serial) {
            if (serial < 1 || serial > last()) {
                throw new IllegalArgumentException("No serial of " + pattern + ": " + serial);
            }
            var at = pattern.indexOf(SERIAL_PLACE);
            return pattern.substring(0, at)
                    + ("%0" + digits() + "d").formatted(serial)
                    + pattern.substring(at + digits());
        }
    }

    /**
     * @throws InvalidInput if the city or the level has no code
     */
    Finding<Series> series(LocalDate issuedOn, DivisionCode city, SkillLevel level) {
        var pattern =
                law.terms().segments().stream()
                        .map(segment -> code(segment, issuedOn, city, level))
                        .collect(Collectors.joining());
        return Finding.of(new Series(pattern), Reason.of(CertificateReason.NUMBERED, law.source()));
    }

    private String code(Segment segment, LocalDate on, DivisionCode city, SkillLevel level) {
        return switch (segment.part()) {
            case YEAR -> lastDigits(on.getYear(), segment.digits());
            case PROVINCE -> law.terms().province();
            case CITY -> city(city);
            case ISSUER -> law.terms().issuer();
            case LEVEL -> level(level, segment.digits());
            case SERIAL -> String.valueOf(SERIAL_PLACE).repeat(segment.digits());
        };
    }

    private static String lastDigits(int year, int digits) {
        return ("%0" + digits + "d").formatted(year % Math.powExact(TEN, digits));
    }

    private String city(DivisionCode city) {
        var code = law.terms().cities().get(city);
        if (code == null) {
            throw InvalidInput.of("city", "certificate.city", city.value());
        }
        return code;
    }

    private static String level(SkillLevel level, int digits) {
        var code = level.code();
        if (code.length() > digits || !Character.isDigit(code.charAt(0))) {
            throw InvalidInput.of("level", "certificate.level");
        }
        return "0".repeat(digits - code.length()) + code;
    }

    /** Whether a number can be one of this province's: of its length, digits only, its own code. */
    boolean mayBe(String number) {
        return number.length() == law.terms().layout().length()
                && number.chars().allMatch(each -> each >= '0' && each <= '9')
                && number.startsWith(law.terms().province(), before(Part.PROVINCE));
    }

    private int before(Part part) {
        return law.terms().segments().stream()
                .takeWhile(segment -> segment.part() != part)
                .mapToInt(Segment::digits)
                .sum();
    }
}
