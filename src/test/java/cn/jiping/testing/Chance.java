package cn.jiping.testing;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Values chosen by chance, for what must hold over a whole space of inputs. The same ones in every
 * run: a failure names the try, and the try can be repeated.
 */
public final class Chance {
    private static final long SEED = 20211023;
    private static final int SURROGATES = 0xD800;

    private final RandomGenerator random;

    private Chance(long attempt) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + attempt);
    }

    /** Runs the property so many times, each time with other values. */
    public static void tries(int count, Consumer<Chance> property) {
        for (var attempt = 0; attempt < count; attempt++) {
            try {
                property.accept(new Chance(attempt));
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("Failed in try " + attempt, failed);
            }
        }
    }

    /** A whole number within both bounds, the bounds themselves more often than others. */
    public int whole(int least, int most) {
        return switch (random.nextInt(10)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextInt(least, most + 1);
        };
    }

    public boolean yes() {
        return random.nextBoolean();
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** A text of characters from the whole of Unicode, halves of pairs included. */
    public String text(int longest) {
        var text = new StringBuilder();
        for (var left = whole(0, longest); left > 0; left--) {
            text.append(
                    switch (random.nextInt(6)) {
                        case 0 -> (char) random.nextInt(0x20);
                        case 1 -> (char) random.nextInt(0x20, 0x7F);
                        case 2 -> (char) random.nextInt(0x4E00, 0x9FFF);
                        case 3 -> (char) (SURROGATES + random.nextInt(0x800));
                        case 4 -> (char) random.nextInt(0x10000);
                        default -> (char) random.nextInt('0', '9' + 1);
                    });
        }
        return text.toString();
    }

    /** A text of the given characters. */
    public String textOf(String characters, int longest) {
        var text = new StringBuilder();
        for (var left = whole(0, longest); left > 0; left--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
