package cn.jiping.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRecordsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "1 2",
                "{} {}",
                "null",
                "[null]",
                "1.0",
                "1e3",
                "01",
                "-0",
                "+1",
                "-",
                "NaN",
                "1000000000000000",
                "-1000000000000000",
                "tru",
                "true false",
                "/* */1",
                "#\n1",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u00g0\"",
                "\"\\u０041\"",
                "\"\\ud800\"",
                "\"\ud800\"",
                "{\"\\udc00\":1}",
                "\uFEFF1"
            })
    void refusesWhatARecordMayNotHold(String text) {
        assertThatExceptionOfType(MalformedRecord.class)
                .isThrownBy(() -> Json.read(text))
                .returns("json", MalformedRecord::fault);
    }

    @Test
    void refusesANameGivenTwiceAndSaysWhich() {
        assertThatExceptionOfType(MalformedRecord.class)
                .isThrownBy(() -> Json.read("{\"a\":1,\"b\":{\"c\":1,\"\\u0063\":2}}"))
                .returns("twice", MalformedRecord::fault)
                .returns("c", MalformedRecord::where);
    }

    @Test
    void refusesWhatIsNestedDeeperThanAnyRecord() {
        assertThat(Json.read("[".repeat(32) + "]".repeat(32))).isNotNull();
        assertThatExceptionOfType(MalformedRecord.class)
                .isThrownBy(() -> Json.read("[".repeat(33) + "]".repeat(33)));
    }

    @Test
    void readsWhateverCanonicalTextIsAndWritesTheSameBytes() {
        var canonical =
                "{\"a\":[999999999999999,-1,0,true,false,{},[]],\"b\":\"\\u0001\\n\\\"\\\\/甲😀\"}";
        var loose =
                " {\r\n\t\"b\" : \"\\u0001\\n\\\"\\\\\\/甲\\uD83D\\ude00\", \"a\" : [ 999999999999999 , -1,0,"
                        + "true ,false,{ },[ ]] } ";

        assertThat(Json.read(canonical).canonical()).isEqualTo(canonical);
        assertThat(Json.read(loose).canonical()).isEqualTo(canonical);
    }
}
