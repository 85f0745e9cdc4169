package cn.jiping.file;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 文件标识: one stored file. */
public record FileId(UUID value) {
    public static FileId next() {
        return new FileId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
