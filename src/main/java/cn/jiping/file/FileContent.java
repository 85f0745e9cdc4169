package cn.jiping.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** 文件内容, proven to be what was stored. */
public final class FileContent {
    private final FileView file;
    private final byte[] bytes;

    FileContent(FileView file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    public FileView file() {
        return file;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    public long size() {
        return bytes.length;
    }
}
