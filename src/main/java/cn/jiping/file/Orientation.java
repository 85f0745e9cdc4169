package cn.jiping.file;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** 拍摄方向: how the camera was held, as EXIF tag 0x0112 says it (1 to 8); upright if nothing says. */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int START_OF_SCAN = 0xda;
    private static final int APPLICATION_1 = 0xe1;
    private static final int TAG = 0x0112;
    private static final int ENTRY_LENGTH = 12;
    private static final int EXIF_MARK = 6;

    static Orientation of(byte[] jpeg) {
        try {
            var in = ByteBuffer.wrap(jpeg).position(2);
            while (in.remaining() > 4 && (in.get() & 0xff) == 0xff) {
                var marker = in.get() & 0xff;
                var length = in.getShort() & 0xffff;
                if (marker == START_OF_SCAN) {
                    break;
                }
                if (marker == APPLICATION_1 && length > EXIF_MARK + 8) {
                    return inExif(in.slice(in.position(), length - 2).position(EXIF_MARK).slice());
                }
                in.position(in.position() + length - 2);
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static Orientation inExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xffff;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY_LENGTH;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean swapsSides() {
        return value >= 5;
    }

    /** What makes an image of this size upright. */
    AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
