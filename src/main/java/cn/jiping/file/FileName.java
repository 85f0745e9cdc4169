package cn.jiping.file;

import java.text.Normalizer;

/** 文件名: made harmless: no folders, no control characters, one ending that tells the kind. */
final class FileName {
    private static final int LONGEST = 100;

    private FileName() {}

    static String clean(String given, FileKind kind) {
        var normal = Normalizer.normalize(given, Normalizer.Form.NFC);
        var last =
                normal.substring(Math.max(normal.lastIndexOf('/'), normal.lastIndexOf('\\')) + 1);
        var dot = last.lastIndexOf('.');
        var stem = new StringBuilder();
        (dot < 0 ? last : last.substring(0, dot))
                .codePoints()
                .filter(FileName::printable)
                .map(c -> ":*?\"<>|%;`$&".indexOf(c) >= 0 ? '_' : c)
                .limit(LONGEST)
                .forEach(stem::appendCodePoint);
        var name = stem.toString().strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
        return (name.isEmpty() ? "file" : name) + "." + kind.extension();
    }

    private static boolean printable(int c) {
        var type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
