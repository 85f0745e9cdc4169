package cn.jiping.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each character is one wide here. */
class BreakingLinesTests {
    @Test
    void breaksChineseAnywhere() {
        assertThat(lines(4).of("浙江省人力资源")).containsExactly("浙江省人", "力资源");
    }

    @Test
    void keepsWordsAndNumbersWhole() {
        assertThat(lines(8).of("编号2111010001")).containsExactly("编号", "21110100", "01");
        assertThat(lines(9).of("证书编号21110100")).containsExactly("证书编号", "21110100");
        assertThat(lines(7).of("one two six")).containsExactly("one two", "six");
    }

    @Test
    void beginsNoLineWithAClosingMarkAndEndsNoneWithAnOpeningOne() {
        assertThat(lines(3).of("甲乙丙，丁")).containsExactly("甲乙", "丙，丁");
        assertThat(lines(3).of("甲乙（丙）")).containsExactly("甲乙", "（丙）");
    }

    @Test
    void keepsAnIndentButNoSpaceWhereALineGoesOn() {
        assertThat(lines(5).of("　　甲乙丙丁 戊己")).containsExactly("　　甲乙丙", "丁 戊己");
        assertThat(lines(3).of("甲乙丙 丁")).containsExactly("甲乙丙", "丁");
    }

    @Test
    void keepsTheLinesOfTheText() {
        assertThat(lines(9).of("甲\n\n乙")).containsExactly("甲", "", "乙");
        assertThat(lines(9).of("")).containsExactly("");
    }

    private static Lines lines(int room) {
        return new Lines(String::length, room);
    }
}
