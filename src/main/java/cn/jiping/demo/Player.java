package cn.jiping.demo;

import cn.jiping.catalog.Education;
import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationForm.Employment;
import cn.jiping.registration.ApplicationForm.Held;
import cn.jiping.registration.ApplicationForm.Job;
import cn.jiping.registration.ApplicationForm.Schooling;
import cn.jiping.registration.Enrolment;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 演示考生: an invented person, marked as such in the name, and what becomes of them. */
record Player(
        int number,
        String name,
        IdentityDocument document,
        DivisionCode city,
        String occupation,
        Fate fate) {
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 3, 1);
    private static final LocalDate SHORT_AGO = LocalDate.of(2018, 9, 3);
    private static final int ABOUT_SEVEN_YEARS = 2500;
    private static final int ABOUT_TWO_YEARS = 800;
    private static final int GROWN_UP = 20;
    private static final int NOT_AGAIN = 4;
    private static final int FAILS_AGAIN = 5;
    private static final String PHONES = "1390000";
    private static final String CLAIM = "1-1";

    private static final Map<String, String> MAJORS =
            Map.of("焊工", "焊接技术", "保安员", "安全保卫", "安检员", "安全技术");

    /**
     * The same person at the next session, with what becomes of them there; empty if they do not
     * come. Whoever left a subject open sits for that one, and some leave it open again.
     */
    Optional<Player> again() {
        return switch (fate) {
            case FAILS_ONE ->
                    number % NOT_AGAIN == 0
                            ? Optional.empty()
                            : Optional.of(with(number % FAILS_AGAIN == 0 ? fate : Fate.PASSES));
            case ABSENT, TOO_LATE -> Optional.of(with(Fate.PASSES));
            default -> Optional.empty();
        };
    }

    private Player with(Fate other) {
        return new Player(number, name, document, city, occupation, other);
    }

    /** A number nobody is called by. */
    String phone() {
        return PHONES + "%04d".formatted(number);
    }

    /** Everybody signs in from home. */
    String address() {
        return "10.33." + number / 250 + "." + (number % 250 + 1);
    }

    /** Every other one. */
    boolean fetches() {
        return number % 2 == 0;
    }

    ApplicationForm form() {
        var employer = "演示" + number % 37 + "号企业";
        return new ApplicationForm(
                new Schooling(
                        Education.VOCATIONAL_COLLEGE,
                        "演示职业学院",
                        Objects.requireNonNull(MAJORS.get(occupation)),
                        true,
                        Enrolment.GRADUATED),
                new Employment(employer, occupation),
                List.of(held()),
                null,
                List.of(new Job(workingSince(), null, employer, occupation, true)),
                CLAIM,
                Map.of());
    }

    private LocalDate workingSince() {
        return document.bornOn().orElseThrow().plusYears(GROWN_UP).withDayOfMonth(1);
    }

    private Held held() {
        var level = fate == Fate.NO_CERTIFICATE ? SkillLevel.ADVANCED : SkillLevel.TECHNICIAN;
        var recent = fate == Fate.TOO_FEW_YEARS;
        var on =
                recent
                        ? SHORT_AGO.plusDays(number * 7L % ABOUT_TWO_YEARS)
                        : LONG_AGO.plusDays(number * 7L % ABOUT_SEVEN_YEARS);
        return new Held(
                occupation,
                level,
                "%02d110033%s%05d".formatted(on.getYear() % 100, level.code(), number),
                "浙江省演示鉴定中心",
                on,
                null);
    }
}
