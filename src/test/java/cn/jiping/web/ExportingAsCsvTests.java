package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportingAsCsvTests {
    @Test
    void writesEveryCellInAFormThatReadsBackTheSame() throws IOException {
        assertThat(written("甲", 3, LocalDate.of(2021, 7, 14), null, "a,b", "说\"好\"", "两\n行"))
                .isEqualTo("\uFEFF名\r\n甲,3,2021-07-14,,\"a,b\",\"说\"\"好\"\"\",\"两\n行\"\r\n");
    }

    @Test
    void takesWhatLooksLikeAFormulaForText() throws IOException {
        assertThat(written("=1+1", "+8613", "-2", "@x", -2))
                .isEqualTo("\uFEFF名\r\n'=1+1,'+8613,'-2,'@x,-2\r\n");
    }

    private static String written(@Nullable Object... cells) throws IOException {
        var out = new StringWriter();
        Csv.write(out, List.of("名"), List.of(Arrays.asList(cells)).iterator());
        return out.toString();
    }
}
