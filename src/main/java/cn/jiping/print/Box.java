package cn.jiping.print;

/** 版面: a rectangle on the page in millimetres, measured from its upper left corner. */
public record Box(double x, double y, double width, double height) {
    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("No room: " + width + " by " + height);
        }
    }

    /** So much smaller on each side. */
    public Box inset(double by) {
        return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    /** The same moved down. */
    public Box down(double by) {
        return new Box(x, y + by, width, height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
