package cn.jiping.file;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * 重新编码: draws an image anew, turned as the camera meant it. Place, camera and whatever else was
 * hidden in the file are gone.
 */
final class Redrawing {
    private static final float QUALITY = 0.92f;

    /** As the decoder of JPEG gives it. */
    private static final int OPAQUE = BufferedImage.TYPE_3BYTE_BGR;

    private static final int BANDS = 3;

    private static final ComponentColorModel COLOURS =
            new ComponentColorModel(
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    false,
                    false,
                    Transparency.OPAQUE,
                    DataBuffer.TYPE_BYTE);

    private final long largestPixels;

    Redrawing(long largestPixels) {
        this.largestPixels = largestPixels;
    }

    /**
     * @throws FileRefused if it cannot be read as this kind, would unpack to too many pixels, or
     *     has too few for the frame
     */
    byte[] redraw(FileKind kind, byte[] content, @Nullable Frame frame) {
        try {
            var drawn = drawn(kind, content);
            return kind == FileKind.JPEG
                    ? jpeg(framed(turned(drawn, Orientation.of(content)), frame))
                    : png(framed(drawn, frame));
        } catch (IOException | RuntimeException e) {
            // the decoders answer broken images with many kinds of exceptions
            throw e instanceof FileRefused refused ? refused : FileRefused.unreadable(kind);
        }
    }

    private BufferedImage drawn(FileKind kind, byte[] content) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var reader = reader(kind);
            try {
                return read(reader, in, kind);
            } finally {
                reader.dispose();
            }
        }
    }

    private BufferedImage read(ImageReader reader, ImageInputStream in, FileKind kind)
            throws IOException {
        reader.setInput(in, true, true);
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > largestPixels) {
            throw FileRefused.tooManyPixels(largestPixels);
        }
        var read = reader.read(0);
        var type =
                kind == FileKind.PNG && read.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : OPAQUE;
        return read.getType() == type
                ? read
                : copy(read, type, read.getWidth(), read.getHeight(), new AffineTransform());
    }

    private static ImageReader reader(FileKind kind) {
        var readers = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            throw new IllegalStateException("Every Java reads " + kind);
        }
        return readers.next();
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        if (orientation.equals(Orientation.UPRIGHT)) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        return orientation.swapsSides()
                ? copy(image, image.getType(), height, width, orientation.transform(width, height))
                : copy(image, image.getType(), width, height, orientation.transform(width, height));
    }

    private static BufferedImage framed(BufferedImage image, @Nullable Frame frame) {
        if (frame == null) {
            return image;
        }
        var scale =
                Math.max(
                        (double) frame.width() / image.getWidth(),
                        (double) frame.height() / image.getHeight());
        if (scale > 1) {
            throw FileRefused.tooFewPixels(frame.width(), frame.height());
        }
        if (image.getWidth() == frame.width() && image.getHeight() == frame.height()) {
            return image;
        }
        var middle =
                AffineTransform.getTranslateInstance(
                        (frame.width() - image.getWidth() * scale) / 2,
                        (frame.height() - image.getHeight() * scale) / 2);
        middle.scale(scale, scale);
        return copy(image, image.getType(), frame.width(), frame.height(), middle);
    }

    private static BufferedImage copy(
            BufferedImage image, int type, int width, int height, AffineTransform transform) {
        var copy = new BufferedImage(width, height, type);
        var graphics = copy.createGraphics();
        try {
            if (type == OPAQUE) {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, width, height);
            }
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
        return copy;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inOrder(image), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Red before blue: the encoder takes whole lines then, and each pixel by itself otherwise. */
    private static BufferedImage inOrder(BufferedImage image) {
        var turned =
                Raster.createInterleavedRaster(
                        DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), BANDS, null);
        var from = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var to = ((DataBufferByte) turned.getDataBuffer()).getData();
        for (var pixel = 0; pixel < to.length; pixel += BANDS) {
            to[pixel] = from[pixel + 2];
            to[pixel + 1] = from[pixel + 1];
            to[pixel + 2] = from[pixel];
        }
        return new BufferedImage(COLOURS, turned, false, null);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
