package cn.jiping.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WritingArgumentsTests {
    @ParameterizedTest
    @CsvSource({
        "身份证11010519491231002X有误, 身份证1101**********002X有误",
        "请致电13812345678, 请致电13*******78",
        "证书 2033000123456789 已制, 证书 2033000123456789 已制",
        "编号 330106199001011234567 过长, 编号 330106199001011234567 过长"
    })
    void identityAndMobileNumbersAreStarred(String typed, String written) {
        assertThat(new Argument.Text(typed).value()).isEqualTo(written);
    }

    @Test
    void controlCharactersCannotBreakALine() {
        assertThat(new Argument.Text("张\r\nBcc: x@example.cn\u202E三").value())
                .isEqualTo("张 Bcc: x@example.cn 三");
    }

    @Test
    void datesAreWrittenAsInOfficialTexts() {
        var day = Argument.of(LocalDate.of(2021, 10, 9));
        var moment = Argument.of(Instant.parse("2021-10-09T16:30:00Z"));

        assertThat(day.written(key -> key)).isEqualTo("2021年10月9日");
        assertThat(moment.written(key -> key)).isEqualTo("2021年10月10日 00:30");
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void whatIsStoredComesBack(Argument argument) {
        assertThat(Argument.restore(argument.stored())).isEqualTo(argument);
    }

    static Stream<Argument> oneOfEach() {
        return Stream.of(
                Argument.of("a:b"),
                Argument.of(LocalDate.of(2021, 10, 9)),
                Argument.of(Instant.parse("2021-10-09T16:30:00Z")),
                Argument.of(3),
                Argument.named("role.CITY_CLERK"));
    }
}
