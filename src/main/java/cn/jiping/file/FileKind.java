package cn.jiping.file;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 文件类型: what the platform takes in, and the names and media type each goes by. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable copies
public enum FileKind {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ZIP("application/zip", "zip"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    MP4("video/mp4", "mp4");

    private final String mediaType;
    private final String extension;
    private final Set<String> extensions;

    FileKind(String mediaType, String extension, String... others) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.extensions =
                Set.copyOf(Stream.concat(Stream.of(extension), Stream.of(others)).toList());
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** What the ending of the name declares; empty if it declares nothing we take. */
    static Optional<FileKind> declaredBy(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind.extensions.contains(ending)).findAny();
    }
}
