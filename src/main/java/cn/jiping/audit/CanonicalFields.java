package cn.jiping.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Fields as bytes in one way only: each as text in UTF-8 behind its length in four bytes; what is
 * absent has the length -1. Instants are written as ISO-8601 in UTC.
 */
final class CanonicalFields {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    CanonicalFields add(@Nullable Object field) {
        if (field == null) {
            out.writeBytes(length(ABSENT));
            return this;
        }
        var bytes = field.toString().getBytes(StandardCharsets.UTF_8);
        out.writeBytes(length(bytes.length));
        out.writeBytes(bytes);
        return this;
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
