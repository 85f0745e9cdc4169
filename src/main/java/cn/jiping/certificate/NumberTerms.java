package cn.jiping.certificate;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 证书编号规则: what a number looks like, one letter for each digit, and the codes in it. {@code issuer}:
 * who numbers (识别码和序号); the serial begins anew for every other combination of the parts.
 */
@LawPage(
        path = "certificate/number",
        governedBy = GoverningDate.EVENT,
        in = {"33"})
public record NumberTerms(
        String layout, String province, String issuer, Map<DivisionCode, String> cities)
        implements Terms {
    private static final int MOST_DIGITS = 9;

    public NumberTerms {
        cities = Collections.unmodifiableMap(new TreeMap<>(cities));
        for (var part : Part.values()) {
            requireOnce(part, layout);
        }
        layout.chars().forEach(Part::of);
        requireDigits(province, Part.PROVINCE, layout);
        requireDigits(issuer, Part.ISSUER, layout);
        for (var city : cities.values()) {
            requireDigits(city, Part.CITY, layout);
        }
        if (cities.values().stream().distinct().count() != cities.size()) {
            throw new IllegalArgumentException("Two cities share a code");
        }
    }

    private static void requireOnce(Part part, String layout) {
        var letters = digits(part, layout);
        var run = String.valueOf(part.letter).repeat(letters);
        if (letters < 1 || letters > MOST_DIGITS || !layout.contains(run)) {
            throw new IllegalArgumentException("Each part stands once in " + layout + ": " + part);
        }
    }

    private static void requireDigits(String code, Part part, String layout) {
        if (!code.matches("[0-9]{" + digits(part, layout) + "}")) {
            throw new IllegalArgumentException("No code for " + part + ": " + code);
        }
    }

    private static int digits(Part part, String layout) {
        return (int) layout.chars().filter(each -> each == part.letter).count();
    }

    /** 编号的组成, each with its letter in the layout. */
    enum Part {
        /** 核发年份. */
        YEAR('Y'),
        /** 省码. */
        PROVINCE('P'),
        /** 市码. */
        CITY('C'),
        /** 考核机构识别码和序号. */
        ISSUER('I'),
        /** 等级. */
        LEVEL('L'),
        /** 流水号. */
        SERIAL('S');

        private final char letter;

        Part(char letter) {
            this.letter = letter;
        }

        private static Part of(int letter) {
            return Stream.of(values())
                    .filter(part -> part.letter == letter)
                    .findAny()
                    .orElseThrow(
                            () -> new IllegalArgumentException("No part has letter " + letter));
        }
    }

    /** One part and how many digits it has. */
    record Segment(Part part, int digits) {}

    /** The parts in their order. */
    List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        for (var at = 0; at < layout.length(); ) {
            var part = Part.of(layout.charAt(at));
            var digits = digits(part, layout);
            segments.add(new Segment(part, digits));
            at += digits;
        }
        return segments;
    }
}
