package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTextsTests {
    @Test
    void hidesTheMiddleOfNumbersOfPeople() {
        assertThat(Masked.text("身份证11010519491231002X，电话13812345678"))
                .isEqualTo("身份证110105********002X，电话138****5678");
    }

    @Test
    void leavesIdsWholeWhateverDigitsTheyHold() {
        var id = "01a204d9-e93b-71fa-87e2-c15612348943";

        assertThat(Masked.text("主体 " + id + "，电话13812345678"))
                .isEqualTo("主体 " + id + "，电话138****5678");
        assertThat(Masked.text("A13812345678")).isEqualTo("A138****5678");
    }
}
