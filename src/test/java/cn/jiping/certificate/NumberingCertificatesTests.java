package cn.jiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jiping.policy.InForce;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import cn.jiping.testing.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberingCertificatesTests {
    private static final LocalDate DAY = LocalDate.of(2021, 11, 26);
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final List<SkillLevel> LEVELS =
            List.of(
                    SkillLevel.JUNIOR,
                    SkillLevel.INTERMEDIATE,
                    SkillLevel.ADVANCED,
                    SkillLevel.TECHNICIAN,
                    SkillLevel.SENIOR_TECHNICIAN);
    private static final List<String> USUAL = List.of("YY", "PP", "CC", "IIII", "L", "SSSSS");
    private final NumberRule rule =
            new NumberRule(
                    ProgramBook.inForce()
                            .in(new Jurisdiction("33"), DAY)
                            .require(NumberTerms.class));

    @Test
    void givesSixteenDigitsOfWhichNoTwoAreTheSame() {
        var given = new HashMap<String, String>();
        var cities = new ArrayList<>(rule.law().terms().cities().keySet());
        Collections.sort(cities);
        Chance.tries(
                5000,
                chance -> {
                    var on = DAY.withYear(2021 + chance.whole(0, 78));
                    var city = cities.get(chance.whole(0, cities.size() - 1));
                    var level = LEVELS.get(chance.whole(0, LEVELS.size() - 1));
                    var serial = chance.whole(1, 99_999);

                    var number = rule.series(on, city, level).value().number(serial);

                    var of = on.getYear() + " " + city + " " + level + " " + serial;
                    assertThat(number).matches("\\d{16}").matches(rule::mayBe);
                    assertThat(given.merge(number, of, (first, _) -> first)).isEqualTo(of);
                });
    }

    @Test
    void holdsForEveryOrderOfTheParts() {
        for (var seed = 0; seed < 50; seed++) {
            var parts = new ArrayList<>(USUAL);
            Collections.shuffle(parts, new Random(seed));
            var shuffled = rule(parts);

            var series = shuffled.series(DAY, HANGZHOU, SkillLevel.TECHNICIAN).value();

            assertThat(series.number(1)).matches("\\d{16}").matches(shuffled::mayBe);
            assertThat(series.number(series.last())).contains("99999");
            assertThat(series.number(1)).isNotEqualTo(series.number(2));
        }
    }

    private static NumberRule rule(List<String> parts) {
        return new NumberRule(
                new InForce<>(terms(parts, "11", "01"), new Source.Practice("试"), DAY, null));
    }

    private static NumberTerms terms(List<String> parts, String province, String ningbo) {
        var cities = Map.of(HANGZHOU, "02", new DivisionCode("330200"), ningbo);
        return new NumberTerms(String.join("", parts), province, "0001", cities);
    }

    @Test
    void knowsNumbersThatCannotBeOurs() {
        assertThat(rule.mayBe("2111010001100128")).isTrue();
        assertThat(rule.mayBe("2110010001100128")).isFalse();
        assertThat(rule.mayBe("211101000110012")).isFalse();
        assertThat(rule.mayBe("21110100011001281")).isFalse();
        assertThat(rule.mayBe("S000033010217243000128")).isFalse();
        assertThat(rule.mayBe("２111010001100128")).isFalse();
    }

    @Test
    void takesNoLayoutThatCouldGiveANumberTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(USUAL.subList(0, 5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(List.of("YY", "PP", "CC", "II", "L", "SSSSS", "II")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(List.of("YY", "PP", "CC", "IIII", "L", "SSSSS", "X")));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(USUAL, "11", "02"));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(USUAL, "1", "01"));
    }
}
