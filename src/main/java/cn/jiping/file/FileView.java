package cn.jiping.file;

import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Subject;
import cn.jiping.file.FileDraft.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 一个文件: everything about it but the content. */
public record FileView(
        FileId id,
        FilePurpose purpose,
        FileKind kind,
        String name,
        long size,
        Hashes hashes,
        Place place,
        Subject subject,
        Terms terms,
        Standing standing,
        Instant storedAt,
        String storedBy) {

    /** SHA-256 of what is handed out, and of what was uploaded; they differ for images. */
    public record Hashes(String content, String original) {}

    /**
     * 状态.
     *
     * @param hold why it must not be deleted, whatever the term
     * @param deletion who asked for its deletion, not yet confirmed
     */
    public record Standing(@Nullable String hold, @Nullable Deletion deletion, int version) {}

    /** 申请删除. */
    public record Deletion(String reason, Instant askedAt, String askedBy) {}
}
