package cn.jiping.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** 演示图片: drawn faces and papers that nobody takes for real ones. */
final class Pictures {
    private static final int FACES = 12;
    private static final int WIDTH = 390;
    private static final int HEIGHT = 567;
    private static final int PAPER_WIDTH = 140;
    private static final int PAPER_HEIGHT = 100;
    private static final int LINE = 10;

    private final List<byte[]> faces = IntStream.range(0, FACES).mapToObj(Pictures::face).toList();
    private final byte[] paper = drawnPaper();

    InputStream face(Player player) {
        return new ByteArrayInputStream(faces.get(player.number() % FACES));
    }

    InputStream paper() {
        return new ByteArrayInputStream(paper);
    }

    private static byte[] face(int which) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setColor(new Color(Color.HSBtoRGB(which / (float) FACES, 0.15f, 0.95f)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.GRAY);
        pen.fillOval(WIDTH / 4, HEIGHT / 6, WIDTH / 2, HEIGHT * 2 / 5);
        pen.fillRoundRect(
                WIDTH / 8, HEIGHT * 5 / 8, WIDTH * 3 / 4, HEIGHT / 2, WIDTH / 3, WIDTH / 3);
        pen.dispose();
        return jpeg(image);
    }

    private static byte[] drawnPaper() {
        var image = new BufferedImage(PAPER_WIDTH, PAPER_HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, PAPER_WIDTH, PAPER_HEIGHT);
        pen.setColor(Color.LIGHT_GRAY);
        for (var line = LINE; line < PAPER_HEIGHT; line += LINE) {
            pen.drawLine(LINE, line, PAPER_WIDTH - LINE, line);
        }
        pen.dispose();
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
