package cn.jiping.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * 申报 as they come in: levels, days, careers, certificates, titles and schooling mixed so that every
 * condition of both national standards is met by some and missed by others. The same ones in every
 * run.
 */
final class Applications {
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
    private static final int DAYS = 1_800;
    private static final int YOUNGEST = 15;
    private static final List<String> SCHOOLS =
            List.of(
                    "VOCATIONAL_SECONDARY",
                    "TECHNICAL_SCHOOL",
                    "ADVANCED_TECHNICAL_CLASS",
                    "ADVANCED_TECHNICAL_SCHOOL",
                    "TECHNICIAN_COLLEGE",
                    "PREPARATORY_TECHNICIAN_CLASS",
                    "TECHNICIAN_CLASS",
                    "VOCATIONAL_COLLEGE",
                    "COLLEGE",
                    "UNIVERSITY");
    private static final List<String> TITLES = List.of("JUNIOR", "MIDDLE", "SENIOR");

    private final SplittableRandom random = new SplittableRandom(20211023);

    /** The facts of one more application, as JSON. */
    String next() {
        var level = random.nextInt(1, 6);
        var on = FIRST_DAY.plusDays(random.nextInt(DAYS));
        return """
        {"jurisdiction": "%s", "standard": "NATIONAL-%d", "level": "%d", "on": "%s", \
        "applicant": %s}\
        """
                .formatted(
                        random.nextInt(4) == 0 ? "22" : "33",
                        random.nextBoolean() ? 2018 : 2023,
                        level,
                        on,
                        applicant(level, on));
    }

    private String applicant(int level, LocalDate on) {
        var age = YOUNGEST + random.nextInt(40);
        var years = random.nextInt(0, Math.max(1, age - YOUNGEST) + 1);
        var facts = new StringJoiner(", ", "{", "}");
        facts.add(
                "\"bornOn\": \"%s\"".formatted(on.minusYears(age).minusDays(random.nextInt(365))));
        facts.add("\"yearsInOccupation\": " + years);
        if (level == 5) {
            facts.add("\"apprenticeshipCompleted\": " + random.nextBoolean());
        } else if (random.nextInt(5) > 0) {
            certificate(facts, level, years);
        }
        if (level < 4 && random.nextInt(3) == 0) {
            title(facts, years);
        }
        if (random.nextInt(3) == 0) {
            schooling(facts);
        }
        return facts.toString();
    }

    /** Mostly the level below, now and then another. */
    private void certificate(StringJoiner facts, int level, int years) {
        var held = random.nextInt(8) == 0 ? random.nextInt(1, 6) : level + 1;
        facts.add("\"certificate\": \"%d\"".formatted(held));
        facts.add("\"yearsSinceCertificate\": " + random.nextInt(Math.min(years, 8) + 1));
        if (random.nextInt(4) == 0) {
            facts.add("\"certificateFrom\": \"%s\"".formatted(oneOf(SCHOOLS)));
        }
    }

    private void title(StringJoiner facts, int years) {
        facts.add("\"title\": \"%s\"".formatted(oneOf(TITLES)));
        facts.add("\"titleMatches\": " + (random.nextInt(4) > 0));
        facts.add("\"yearsSinceTitle\": " + random.nextInt(Math.min(years, 8) + 1));
    }

    private void schooling(StringJoiner facts) {
        facts.add("\"education\": \"%s\"".formatted(oneOf(SCHOOLS)));
        facts.add("\"majorMatches\": " + (random.nextInt(4) > 0));
        facts.add("\"finalYear\": " + random.nextBoolean());
        facts.add("\"assessedProgramme\": " + random.nextBoolean());
    }

    private String oneOf(List<String> many) {
        return many.get(random.nextInt(many.size()));
    }
}
