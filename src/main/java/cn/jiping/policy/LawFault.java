package cn.jiping.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 法规文件的错误: which file, which line and field where known, and what is wrong there. Its Chinese text
 * stands under {@code law.fault.<code>}.
 */
public record LawFault(
        String file, @Nullable Integer line, String field, String code, List<Object> arguments) {

    public LawFault {
        arguments = List.copyOf(arguments);
    }

    /** A fault of the file as a whole. */
    public static LawFault of(String file, String code, Object... arguments) {
        return new LawFault(file, null, "", code, List.of(arguments));
    }

    public static LawFault at(
            String file, @Nullable Integer line, String field, String code, Object... arguments) {
        return new LawFault(file, line, field, code, List.of(arguments));
    }

    @Override
    public String toString() {
        return file
                + (line == null ? "" : ":" + line)
                + (field.isEmpty() ? "" : " " + field)
                + ": "
                + code
                + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
