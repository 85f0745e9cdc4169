package cn.jiping.certificate;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import java.util.List;
import java.util.Map;

/**
 * 证书编号规则: the parts of a number in their order, and the codes in it. {@code issuer}: who numbers
 * (识别码和序号); the serial begins anew for every other combination of the parts.
 */
@LawPage(
        path = "certificate/number",
        governedBy = GoverningDate.EVENT,
        in = {"33"})
public record NumberTerms(
        List<Segment> parts, String province, String issuer, Map<DivisionCode, String> cities)
        implements Terms {
    public NumberTerms {
        parts = List.copyOf(parts);
        cities = Map.copyOf(cities);
        requireOnce(parts);
        requireDigits(province, parts, Part.PROVINCE);
        requireDigits(issuer, parts, Part.ISSUER);
        for (var city : cities.values()) {
            requireDigits(city, parts, Part.CITY);
        }
        if (cities.values().stream().distinct().count() != cities.size()) {
            throw new IllegalArgumentException("Two cities share a code");
        }
    }

    private static void requireOnce(List<Segment> parts) {
        for (var part : Part.values()) {
            if (parts.stream().filter(segment -> segment.part() == part).count() != 1) {
                throw new IllegalArgumentException("Each part stands once: " + part);
            }
        }
    }

    private static void requireDigits(String code, List<Segment> parts, Part part) {
        var digits =
                parts.stream()
                        .filter(segment -> segment.part() == part)
                        .mapToInt(Segment::digits)
                        .sum();
        if (!code.matches("\\d{" + digits + "}")) {
            throw new IllegalArgumentException("Not %d digits: %s".formatted(digits, code));
        }
    }

    /** One part and how many digits it has. */
    public record Segment(Part part, int digits) {
        private static final int MOST = 9;

        public Segment {
            if (digits < 1 || digits > MOST) {
                throw new IllegalArgumentException("No part has so many digits: " + digits);
            }
        }
    }

    /** 编号的组成. */
    public enum Part {
        /** 核发年份. */
        YEAR,
        /** 省码. */
        PROVINCE,
        /** 市码. */
        CITY,
        /** 考核机构识别码和序号. */
        ISSUER,
        /** 等级. */
        LEVEL,
        /** 流水号. */
        SERIAL
    }

    int length() {
        return parts.stream().mapToInt(Segment::digits).sum();
    }
}
