package cn.jiping.file;

import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Subject;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.springframework.util.unit.DataSize;

/** Files as people upload them, and as attackers do. */
final class FileFixtures {
    static final DivisionCode HANGZHOU = new DivisionCode("330100");
    static final PersonId CANDIDATE = PersonId.next();
    static final Subject APPLICATION = new Subject("application", "2021-000017");
    static final FileSettings SETTINGS =
            new FileSettings(
                    null, 1_000_000, DataSize.ofMegabytes(10), 100, 2, Duration.ofHours(1));

    private FileFixtures() {}

    static Actor clerk(String name) {
        return actor(name, Role.CITY_CLERK, Scope.ofDivisions(Set.of(HANGZHOU)));
    }

    static Actor actor(String name, Role role, Scope scope) {
        return new Actor(AccountId.next(), PersonId.next(), name, role, "", scope, "test");
    }

    static FileDraft draft(String name, FilePurpose purpose, byte[] content) {
        return draft(name, purpose, content, Place.of(HANGZHOU), Terms.none());
    }

    static FileDraft draft(
            String name, FilePurpose purpose, byte[] content, Place place, Terms terms) {
        return new FileDraft(
                name,
                purpose,
                new ByteArrayInputStream(content),
                place,
                APPLICATION,
                terms,
                Ids.next().toString());
    }

    static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    /** Red on the left, blue on the right, so that turning shows. */
    private static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With an EXIF part that says how the camera was held and, in clear text, where. */
    static byte[] photographed(byte[] jpeg, int orientation, String place) {
        var text = place.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + text.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(text);
        var out = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1);
        out.putShort((short) (exif.capacity() + 2)).put(exif.array());
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A few bytes that claim to be an enormous image. */
    static byte[] pngClaiming(int width, int height) {
        var png = png(2, 2);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var checksum = new java.util.zip.CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }

    static byte[] pdf() {
        return bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] workbook() {
        return zip(
                Map.of(
                        "[Content_Types].xml", bytes("<Types/>"),
                        "xl/workbook.xml", bytes("<workbook/>")));
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
