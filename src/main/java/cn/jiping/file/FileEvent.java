package cn.jiping.file;

import cn.jiping.file.FileDraft.Subject;
import java.time.Instant;

/** 文件事件. */
public sealed interface FileEvent {
    FileId file();

    Subject subject();

    Instant at();

    /** 已存入. */
    record Stored(FileId file, Subject subject, Instant at) implements FileEvent {}

    /** 已申请删除, waits for a second person. */
    record DeletionAsked(FileId file, Subject subject, Instant at) implements FileEvent {}

    /** 已删除. */
    record Deleted(FileId file, Subject subject, Instant at) implements FileEvent {}

    /** 内容丢失: the row is there, the content is not. Somebody must look. */
    record ContentMissing(FileId file, Subject subject, Instant at) implements FileEvent {}
}
