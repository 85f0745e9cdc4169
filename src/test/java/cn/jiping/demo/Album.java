package cn.jiping.demo;

import cn.jiping.browser.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** 图册: pictures of pages for the guides, small enough to be kept beside them. */
final class Album {
    static final Path FOLDER = Path.of("docs", "guide", "images");
    private static final int LONGEST = 1150;
    private static final int COLOURS = 96;
    private static final int COARSE = 0xF8F8F8;

    /** The page as it stands, below the menu, as far down as a reader needs. */
    void take(String name, Visitor visitor) {
        take(name, visitor, LONGEST);
    }

    void take(String name, Visitor visitor, int longest) {
        take(name, visitor, "#main", longest);
    }

    /** The same with the menu above. */
    void takeWithMenu(String name, Visitor visitor) {
        take(name, visitor, "body", LONGEST);
    }

    private static void take(String name, Visitor visitor, String what, int longest) {
        var page = visitor.page();
        page.waitForLoadState();
        page.mouse().move(0, 0);
        page.evaluate("() => window.scrollTo(0, 0)");
        var box = page.locator(what).boundingBox();
        var clip = new Clip(0, box.y, box.width, Math.min(box.height, longest));
        var shot = page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setClip(clip));
        try {
            Files.createDirectories(FOLDER);
            var picture = ImageIO.read(new ByteArrayInputStream(shot));
            ImageIO.write(inFewColours(picture), "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages are made of few colours; the shades between them need not all be kept. */
    private static BufferedImage inFewColours(BufferedImage picture) {
        var palette = palette(picture);
        var few =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        model(palette));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var place =
                        nearest.computeIfAbsent(
                                picture.getRGB(x, y) & 0xFFFFFF, rgb -> nearest(palette, rgb));
                few.getRaster().setSample(x, y, 0, place);
            }
        }
        return few;
    }

    /** The colours met most often, none twice but for a shade. */
    private static List<Integer> palette(BufferedImage picture) {
        Map<Integer, Integer> met = new HashMap<>();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                met.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        List<Map.Entry<Integer, Integer>> most = new ArrayList<>(met.entrySet());
        most.sort(Collections.reverseOrder(Map.Entry.comparingByValue()));
        Map<Integer, Integer> kept = new HashMap<>();
        most.forEach(one -> {
            if (kept.size() < COLOURS) {
                kept.putIfAbsent(one.getKey() & COARSE, one.getKey());
            }
        });
        return List.copyOf(kept.values());
    }

    private static IndexColorModel model(List<Integer> palette) {
        var colours = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int nearest(List<Integer> palette, int rgb) {
        var best = 0;
        for (var n = 1; n < palette.size(); n++) {
            if (distance(palette.get(n), rgb) < distance(palette.get(best), rgb)) {
                best = n;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        var red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        var green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        var blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
