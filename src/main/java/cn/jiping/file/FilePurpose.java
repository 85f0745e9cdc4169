package cn.jiping.file;

import java.util.Set;

/** 文件用途: what a file is for decides what it may be, how large, and whether it is encrypted. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable copies
public enum FilePurpose {
    /** 证件照. */
    PHOTO(true, FileKind.JPEG, FileKind.PNG),
    /** 证件复印件. */
    IDENTITY_COPY(true, FileKind.JPEG, FileKind.PNG, FileKind.PDF),
    /** 个人证明材料. */
    EVIDENCE(true, FileKind.JPEG, FileKind.PNG, FileKind.PDF),
    /** 单位材料. */
    DOCUMENT(
            false,
            FileKind.PDF,
            FileKind.JPEG,
            FileKind.PNG,
            FileKind.XLSX,
            FileKind.CSV,
            FileKind.TEXT),
    /** 含个人信息的表. */
    LIST(true, FileKind.XLSX, FileKind.CSV),
    /** 归档包. */
    ARCHIVE(true, FileKind.ZIP);

    private final boolean personal;
    private final Set<FileKind> kinds;

    FilePurpose(boolean personal, FileKind... kinds) {
        this.personal = personal;
        this.kinds = Set.of(kinds);
    }

    /** 个人信息: encrypted at rest, every reading recorded. */
    public boolean personal() {
        return personal;
    }

    public Set<FileKind> kinds() {
        return kinds;
    }
}
