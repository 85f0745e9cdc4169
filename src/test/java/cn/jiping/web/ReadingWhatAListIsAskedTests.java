package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingWhatAListIsAskedTests {
    private enum Column {
        NAME,
        OPENED
    }

    @Test
    void sortsByTheColumnNamed() {
        assertThat(Sorting.of("name", Column.OPENED)).isEqualTo(new Sorting<>(Column.NAME, false));
        assertThat(Sorting.of("-name", Column.OPENED)).isEqualTo(new Sorting<>(Column.NAME, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NAME", "nothing", "name "})
    void sortsAsUsualByWhatIsNoColumn(String order) {
        assertThat(Sorting.of(order, Column.OPENED).column()).isEqualTo(Column.OPENED);
    }

    @Test
    void readsWhatIsWellFormed() {
        assertThat(Asked.one(SkillLevel.class, "TECHNICIAN")).isEqualTo(SkillLevel.TECHNICIAN);
        assertThat(Asked.division("330100")).isEqualTo(new DivisionCode("330100"));
        assertThat(Asked.day("2021-10-23")).isEqualTo(LocalDate.of(2021, 10, 23));
        assertThat(Asked.uuid("019a0000-0000-7000-8000-0000000d3301")).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "technician", "33010", "2021-02-30", "0001-01-01", "x"})
    void takesTheRestAsNotSaid(@Nullable String text) {
        assertThat(Asked.one(SkillLevel.class, text)).isNull();
        assertThat(Asked.division(text)).isNull();
        assertThat(Asked.day(text)).isNull();
        assertThat(Asked.uuid(text)).isNull();
    }
}
