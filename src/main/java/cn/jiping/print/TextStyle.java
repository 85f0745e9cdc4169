package cn.jiping.print;

/**
 * 字样: how text stands in its box.
 *
 * @param size in points; made smaller where the text does not fit otherwise
 * @param leading height of a line, as a multiple of the size
 */
public record TextStyle(double size, boolean bold, Across across, Along along, double leading) {
    private static final double USUAL_LEADING = 1.4;

    /** 横向. */
    public enum Across {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** 纵向. */
    public enum Along {
        TOP,
        MIDDLE
    }

    public TextStyle {
        if (size <= 0 || leading <= 0) {
            throw new IllegalArgumentException("No text has size " + size);
        }
    }

    /** From the upper left. */
    public static TextStyle of(double size) {
        return new TextStyle(size, false, Across.LEFT, Along.TOP, USUAL_LEADING);
    }

    public TextStyle asBold() {
        return new TextStyle(size, true, across, along, leading);
    }

    public TextStyle centred() {
        return new TextStyle(size, bold, Across.CENTRE, along, leading);
    }

    public TextStyle toTheRight() {
        return new TextStyle(size, bold, Across.RIGHT, along, leading);
    }

    /** In the middle between top and bottom. */
    public TextStyle middle() {
        return new TextStyle(size, bold, across, Along.MIDDLE, leading);
    }

    public TextStyle spaced(double wider) {
        return new TextStyle(size, bold, across, along, wider);
    }

    TextStyle ofSize(double other) {
        return new TextStyle(other, bold, across, along, leading);
    }
}
